using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Orchestration;

/// <summary>What is started when.</summary>
public sealed class PipelineScheduleArgs : PlatformArgs
{
    /// <summary>The machine to start.</summary>
    public required Input<string> StateMachineArn { get; init; }

    /// <summary>The delivery that a run loads, as <c>--source</c> takes it.</summary>
    public required Input<string> Source { get; init; }

    /// <summary>The key of undelivered starts and of the machine's histories.</summary>
    public required Input<string> KeyArn { get; init; }
}
