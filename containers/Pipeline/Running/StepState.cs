namespace Recommender.Pipeline.Running;

/// <summary>How a step of a run ended.</summary>
public enum StepState
{
    /// <summary>A new snapshot was published.</summary>
    Built,

    /// <summary>A shard's rows lie ready; nothing was published.</summary>
    Staged,

    /// <summary>Nothing was done: it is up to date, held after a rollback, or something it reads failed.</summary>
    Skipped,

    /// <summary>It failed; the snapshot that was current still is.</summary>
    Failed,
}
