using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3;

/// <summary>S3's errors, with the codes, statuses and sentences that S3 gives them.</summary>
internal static class S3Faults
{
    /// <summary>A bucket that does not exist.</summary>
    public static AwsFaultException NoSuchBucket(string bucket) => new("NoSuchBucket", "The specified bucket does not exist", 404) { Details = new Dictionary<string, string> { ["BucketName"] = bucket } };

    /// <summary>An object that does not exist.</summary>
    public static AwsFaultException NoSuchKey(string key) => new("NoSuchKey", "The specified key does not exist.", 404) { Details = new Dictionary<string, string> { ["Key"] = key } };
}
