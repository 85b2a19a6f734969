using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;

namespace Recommender.Infra.Storage;

/// <summary>What <see cref="LakeBucket"/> is given.</summary>
public sealed class LakeBucketArgs : PlatformArgs
{
    /// <summary>What the bucket holds, such as <c>raw</c>; the middle of its name.</summary>
    public required string Thing { get; init; }

    /// <summary>The key that encrypts its objects; null for S3's own keys.</summary>
    public Output<string>? KeyArn { get; init; }

    /// <summary>Where its access logs go; null for nowhere.</summary>
    public LakeBucket? Logs { get; init; }

    /// <summary>Days until objects expire; null for never.</summary>
    public int? ExpireDays { get; init; }

    /// <summary>Days until objects move to Glacier Instant Retrieval; null for never.</summary>
    public int? GlacierDays { get; init; }

    /// <summary>What its policy says besides the rules of every bucket, given the bucket's ARN.</summary>
    public Func<Output<string>, IEnumerable<PolicyStatement>> Statements { get; init; } = _ => [];
}
