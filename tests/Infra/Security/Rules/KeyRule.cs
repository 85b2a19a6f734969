using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Keys are rotated, and say themselves who may use them.</summary>
internal sealed class KeyRule() : ResourceRule("kms/key:Key", "CKV_AWS_7", "CKV2_AWS_64")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        yield return ("CKV_AWS_7", resource.Flag("enableKeyRotation") == true, "is not rotated");
        yield return ("CKV2_AWS_64", resource.Text("policy") is not null || graph.Referring("kms/keyPolicy:KeyPolicy", "keyId", resource).Any(), "has no policy of its own");
    }
}
