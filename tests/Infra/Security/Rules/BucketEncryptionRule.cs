using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Buckets encrypt with a key of the stack unless told otherwise.</summary>
internal sealed class BucketEncryptionRule() : ResourceRule("s3/bucket:Bucket", "CKV_AWS_145")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        var encryption = BucketSatellites.Of(graph, resource, "ServerSideEncryptionConfiguration");
        const string Default = "rules[0].applyServerSideEncryptionByDefault";
        yield return ("CKV_AWS_145", encryption?.Text($"{Default}.sseAlgorithm") is "aws:kms" or "aws:kms:dsse", "is not encrypted with KMS by default");
        yield return ("CKV_AWS_145", encryption?.Text($"{Default}.kmsMasterKeyId") is { } key && KmsKeys.Has(graph, key), "is not encrypted with a key of this stack");
    }
}
