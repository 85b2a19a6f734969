using Recommender.Pipeline.Cloud.Tasks;

namespace Recommender.Pipeline.Cloud.Executions;

/// <summary>One job of an execution: its last attempt.</summary>
/// <param name="Label">What it is called: the table, or the table and its shard.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="StartedAt">When this attempt's state was entered.</param>
internal sealed record ExecutionStep(string Label, int Attempt, DateTimeOffset StartedAt)
{
    /// <summary>How it is doing.</summary>
    public ExecutionStepState State { get; init; } = ExecutionStepState.Starting;

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Its task; null until ECS has taken it.</summary>
    public CloudTask? Task { get; init; }

    /// <summary>The program's exit code, where it failed with one.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Why it failed; empty where it did not.</summary>
    public string Cause { get; init; } = "";

    /// <summary>How long it took or has taken.</summary>
    public TimeSpan Duration(DateTimeOffset now) => (EndedAt ?? now) - StartedAt;
}
