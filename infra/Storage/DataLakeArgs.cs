using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;

namespace Recommender.Infra.Storage;

/// <summary>What <see cref="DataLake"/> is given; how long it keeps what it has is in the settings.</summary>
public sealed class DataLakeArgs : PlatformArgs
{
    /// <summary>What the policy of the bucket of logs lets services write besides S3's own access logs; it is given the bucket's ARN.</summary>
    public Func<Output<string>, IEnumerable<PolicyStatement>> LogDeliveries { get; init; } = _ => [];
}
