using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Networking;

/// <summary>What <see cref="FlowLogs"/> is given.</summary>
public sealed class FlowLogsArgs : PlatformArgs
{
    /// <summary>The network that is watched.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The key that encrypts them.</summary>
    public required Input<string> KeyArn { get; init; }
}
