using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Access to buckets is logged, to another bucket of the stack.</summary>
internal sealed class BucketLoggingRule() : ResourceRule("s3/bucket:Bucket", "CKV_AWS_18")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        var target = BucketSatellites.Of(graph, resource, "Logging")?.Text("targetBucket");
        yield return ("CKV_AWS_18", target is not null && target != resource.Id && graph.OfType("s3/bucket:Bucket").Any(bucket => bucket.Id == target), "does not log access to another bucket");
    }
}
