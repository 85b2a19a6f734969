using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Stages of APIs log every request to a log group of the stack.</summary>
internal sealed class ApiLoggingRule() : ResourceRule("apigatewayv2/stage:Stage", "CKV_AWS_76")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        var destination = resource.Text("accessLogSettings.destinationArn");
        var known = graph.OfType("cloudwatch/logGroup:LogGroup").Any(group => group.Arn == destination);
        yield return ("CKV_AWS_76", known && resource.Text("accessLogSettings.format") is { Length: > 0 }, "has no access log in a log group of this stack");
    }
}
