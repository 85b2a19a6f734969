namespace Recommender.Infra.Tests.Security;

/// <summary>The one list of findings that stand.</summary>
internal static class Exemptions
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Exemption> All { get; } =
    [
        new("CKV_AWS_145", "s3/bucket:Bucket", "lake-logs-bucket", "S3 delivers access logs only to buckets encrypted with its own keys (user guide, Enabling Amazon S3 server access logging)"),
        new("CKV_AWS_18", "s3/bucket:Bucket", "lake-logs-bucket", "a bucket that logged access to itself would log the writing of its logs for ever"),
    ];
}
