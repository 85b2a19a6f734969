using Recommender.Lake.Snapshots;

namespace Recommender.Lake.Building;

/// <summary>What a step wrote.</summary>
/// <param name="Rows">Rows in the new data files (carried-over days not counted).</param>
/// <param name="Quarantined">Rows in the quarantine.</param>
/// <param name="Source">The file it loaded, for raw tables.</param>
public sealed record StepOutput(long Rows, long Quarantined = 0, SourceFile? Source = null)
{
    /// <summary>
    /// Whether the current snapshot says it all, so that it stays and what was written is dropped: nothing is published. For an
    /// <see cref="IAccumulatingStep"/> that found nothing to add. Default false.
    /// </summary>
    public bool KeepsCurrent { get; init; }

    /// <summary>What whoever runs the step should be told of it, in a sentence or a few; null where there is nothing.</summary>
    public string? Note { get; init; }

    /// <inheritdoc cref="Manifest.Essence"/>
    public string? Essence { get; init; }
}
