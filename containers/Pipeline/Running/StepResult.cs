using Recommender.Lake.Engine;

namespace Recommender.Pipeline.Running;

/// <summary>What became of a step.</summary>
/// <param name="Name">The table it makes.</param>
/// <param name="State">How it ended.</param>
/// <param name="Rows">Rows of the table as it is now; 0 where it has no snapshot.</param>
/// <param name="Quarantined">Rows of its quarantine.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Reason">Why it was built or skipped, or what failed.</param>
public sealed record StepResult(string Name, StepState State, long Rows, long Quarantined, TimeSpan Elapsed, string Reason)
{
    /// <summary>What its queries took; nothing is told of those of the embedded engine.</summary>
    public QueryStatistics Queries { get; init; } = new();

    /// <summary>What the step says of what it built; null where it has nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>The fault, where it failed.</summary>
    public Exception? Error { get; init; }
}
