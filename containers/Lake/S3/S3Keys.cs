using Recommender.Lake.Aws;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Lake.S3;

/// <summary>Where a lake's keys lie: each zone has a bucket, in which <c>clean/orders/…</c> is <c>orders/…</c>.</summary>
/// <param name="lake">The buckets.</param>
internal sealed class S3Keys(AwsLakeSettings lake)
{
    /// <summary>The place of a key.</summary>
    /// <exception cref="EnvironmentException">This task was told of no bucket for the zone.</exception>
    /// <exception cref="ArgumentException">It is no key of a lake.</exception>
    public S3Location Of(string key)
    {
        var parts = key.Split('/', 2);
        var zone = ZoneNames.All.ToList().IndexOf(parts[0]);
        if (zone < 0 || parts.Length < 2 || parts[1].Split('/').Any(part => part is "" or "." or ".."))
        {
            throw new ArgumentException($"'{key}' is no key of a lake: ZONE/TABLE/…", nameof(key));
        }

        return lake.Buckets.TryGetValue((Zone)zone, out var bucket)
            ? new S3Location(bucket, parts[1])
            : throw new EnvironmentException($"the zone {parts[0]} has no bucket here: set RECOMMENDER_BUCKET_{parts[0].ToUpperInvariant()}");
    }
}
