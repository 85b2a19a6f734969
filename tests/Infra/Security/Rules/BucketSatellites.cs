using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>The resources that say how a bucket behaves.</summary>
internal static class BucketSatellites
{
    /// <summary>The one resource of a kind about a bucket; null where there is none.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="kind">Such as <c>Versioning</c>, for <c>s3/bucketVersioning:BucketVersioning</c>.</param>
    public static GraphResource? Of(StackGraph graph, GraphResource bucket, string kind) =>
        graph.Referring($"s3/bucket{kind}:Bucket{kind}", "bucket", bucket).SingleOrDefault();
}
