namespace Recommender.Lake.Snapshots;

/// <summary>What the builder of a snapshot knows of it when it is done.</summary>
/// <param name="Rows">Rows in the table, carried-over days included.</param>
/// <param name="Quarantined">Rows in its quarantine.</param>
public sealed record SnapshotContent(long Rows, long Quarantined = 0)
{
    /// <summary>The input tables and their snapshots.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The source file of a raw table.</summary>
    public SourceFile? Source { get; init; }

    /// <summary>What its builder says of it.</summary>
    public string? Note { get; init; }

    /// <inheritdoc cref="Manifest.Essence"/>
    public string? Essence { get; init; }

    /// <summary>The days of a day-partitioned table.</summary>
    public IReadOnlyDictionary<string, ManifestDay>? Days { get; init; }
}
