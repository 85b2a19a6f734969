using Recommender.Lake.DuckDb;
using Recommender.Lake.Engine;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;

namespace Recommender.Lake.Building;

/// <summary>What a step works with.</summary>
public sealed record StepContext
{
    /// <summary>The embedded engine; its views show the inputs' current snapshots.</summary>
    public required DuckDbEngine Engine { get; init; }

    /// <summary>The step's own connection; its query progress is what the user sees.</summary>
    public required DuckDbConnection Connection { get; init; }

    /// <summary>Takes the files.</summary>
    public required StepFiles Writer { get; init; }

    /// <summary>The hash of everything the build follows from.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The inputs' snapshots.</summary>
    public required StepInputs Inputs { get; init; }

    /// <summary>The table's current snapshot, for an <see cref="IAccumulatingStep"/>; null where there is none.</summary>
    public Manifest? Own { get; init; }

    /// <summary>The days to build, for a day-partitioned table.</summary>
    public DayPlan? Days { get; init; }

    /// <summary>The shard to build, for an <see cref="IShardedStep"/>; null for all rows.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Takes the progress of work that is no query: done (0 to 1, or -1 where unknown) and rows so far.</summary>
    public required IProgress<StepProgress> Progress { get; init; }
}
