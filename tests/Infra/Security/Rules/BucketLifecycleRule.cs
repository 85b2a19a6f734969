using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Buckets have a lifecycle, and give up uploads that nobody finishes.</summary>
internal sealed class BucketLifecycleRule() : ResourceRule("s3/bucket:Bucket", "CKV2_AWS_61", "CKV_AWS_300")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        var rules = BucketSatellites.Of(graph, resource, "LifecycleConfiguration")?.List("rules").Where(rule => GraphValue.At(rule, "status") is "Enabled").ToList() ?? [];
        yield return ("CKV2_AWS_61", rules.Count > 0, "has no lifecycle");
        // A rule with a prefix or a tag leaves other uploads alone.
        yield return ("CKV_AWS_300", rules.Any(rule => GraphValue.At(rule, "abortIncompleteMultipartUpload.daysAfterInitiation") is > 0.0 && Everything(rule)), "keeps incomplete uploads");
    }

    private static bool Everything(object rule) =>
        GraphValue.At(rule, "prefix") is null or "" && GraphValue.At(rule, "filter.prefix") is null or "" && GraphValue.At(rule, "filter.tag") is null && GraphValue.At(rule, "filter.and") is null;
}
