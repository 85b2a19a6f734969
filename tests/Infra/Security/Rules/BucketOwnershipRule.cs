using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Access lists are off: the bucket's owner owns what is in it.</summary>
internal sealed class BucketOwnershipRule() : ResourceRule("s3/bucket:Bucket", "CKV2_AWS_65")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        yield return ("CKV2_AWS_65", BucketSatellites.Of(graph, resource, "OwnershipControls")?.Text("rule.objectOwnership") == "BucketOwnerEnforced", "takes access lists");
    }
}
