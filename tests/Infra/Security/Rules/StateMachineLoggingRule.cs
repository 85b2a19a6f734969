using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>State machines log to a log group of the stack.</summary>
internal sealed class StateMachineLoggingRule() : ResourceRule("sfn/stateMachine:StateMachine", "CKV_AWS_285")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        var destination = resource.Text("loggingConfiguration.logDestination");
        // Step Functions wants the ARN with ":*" behind it.
        var known = graph.OfType("cloudwatch/logGroup:LogGroup").Any(group => $"{group.Arn}:*" == destination);
        yield return ("CKV_AWS_285", resource.Text("loggingConfiguration.level") is "ALL" or "ERROR" && known, "does not log to a log group of this stack");
    }
}
