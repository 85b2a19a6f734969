using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;

namespace Recommender.Infra.Storage;

/// <summary>What <see cref="DataLake"/> is given: how long it keeps what it has, in days.</summary>
public sealed class DataLakeArgs : PlatformArgs
{
    /// <summary>Until what arrived in the raw zone moves to Glacier; 0 for never.</summary>
    public required int RawToGlacierDays { get; init; }

    /// <summary>That old versions of objects are kept.</summary>
    public required int OldVersionsDays { get; init; }

    /// <summary>Until query results expire.</summary>
    public required int ResultsDays { get; init; }

    /// <summary>Until access logs expire.</summary>
    public required int AccessLogsDays { get; init; }

    /// <summary>Until incomplete uploads are aborted.</summary>
    public required int AbortUploadsDays { get; init; }

    /// <summary>What the policy of the bucket of logs lets services write besides S3's own access logs; it is given the bucket's ARN.</summary>
    public Func<Output<string>, IEnumerable<PolicyStatement>> LogDeliveries { get; init; } = _ => [];
}
