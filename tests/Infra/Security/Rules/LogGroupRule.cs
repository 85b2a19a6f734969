using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Log groups forget, and are encrypted with a key of the stack.</summary>
internal sealed class LogGroupRule() : ResourceRule("cloudwatch/logGroup:LogGroup", "CKV_AWS_66", "CKV_AWS_158")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        yield return ("CKV_AWS_66", resource.Number("retentionInDays") > 0, "keeps logs for ever");
        yield return ("CKV_AWS_158", KmsKeys.Has(graph, resource.Text("kmsKeyId")), "is not encrypted with a key of this stack");
    }
}
