using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Orchestration;

/// <summary>Which machine's runs are watched.</summary>
public sealed class LateWatchArgs : PlatformArgs
{
    /// <summary>The machine.</summary>
    public required Input<string> StateMachineArn { get; init; }

    /// <summary>Its name.</summary>
    public required string StateMachineName { get; init; }

    /// <summary>The queue that takes events which could not be delivered.</summary>
    public required Input<string> DeadLetterQueueArn { get; init; }

    /// <summary>The key of logs.</summary>
    public required Input<string> KeyArn { get; init; }
}
