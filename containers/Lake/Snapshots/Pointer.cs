namespace Recommender.Lake.Snapshots;

/// <summary>The one file of a table that publication replaces.</summary>
/// <param name="Snapshot">The current snapshot's id.</param>
public sealed record Pointer(string Snapshot)
{
    /// <summary>
    /// After rollbacks, the fingerprints that were rolled back: a run builds none of them again until something they follow from
    /// changes. Publication ends it; null where there was no rollback.
    /// </summary>
    public IReadOnlyList<string>? Held { get; init; }

    /// <summary>When the last rollback was, UTC; null where the current snapshot got here by publication.</summary>
    public DateTimeOffset? RolledBackAt { get; init; }
}
