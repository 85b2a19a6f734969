using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Buckets keep old versions.</summary>
internal sealed class BucketVersioningRule() : ResourceRule("s3/bucket:Bucket", "CKV_AWS_21")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        yield return ("CKV_AWS_21", BucketSatellites.Of(graph, resource, "Versioning")?.Text("versioningConfiguration.status") == "Enabled", "is not versioned");
    }
}
