using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Every bucket blocks public access in all four ways.</summary>
internal sealed class PublicAccessRule() : ResourceRule("s3/bucket:Bucket", "CKV2_AWS_6", "CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        var block = BucketSatellites.Of(graph, resource, "PublicAccessBlock");
        yield return ("CKV2_AWS_6", block is not null, "has no public access block");
        if (block is not null)
        {
            yield return ("CKV_AWS_53", block.Flag("blockPublicAcls") == true, "blockPublicAcls is not true");
            yield return ("CKV_AWS_54", block.Flag("blockPublicPolicy") == true, "blockPublicPolicy is not true");
            yield return ("CKV_AWS_55", block.Flag("ignorePublicAcls") == true, "ignorePublicAcls is not true");
            yield return ("CKV_AWS_56", block.Flag("restrictPublicBuckets") == true, "restrictPublicBuckets is not true");
        }
    }
}
