namespace Recommender.Lake.Snapshots;

/// <summary>What one complete snapshot holds and what it was made from.</summary>
public sealed record Manifest
{
    /// <summary>The version of this file's form.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The table, <c>zone.table</c>.</summary>
    public required string Table { get; init; }

    /// <summary>The snapshot's id.</summary>
    public required string Snapshot { get; init; }

    /// <summary>The snapshot that was current before, or null for the first.</summary>
    public string? Previous { get; init; }

    /// <summary>The run that built it.</summary>
    public required string Run { get; init; }

    /// <summary>When its build began, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it became current, UTC.</summary>
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>The hash of everything it follows from (see <c>Fingerprint</c>).</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The columns and their types, in order.</summary>
    public required IReadOnlyList<ManifestColumn> Columns { get; init; }

    /// <summary>The tables it was built from and the snapshots that were current then.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>The file it was loaded from, for raw tables.</summary>
    public SourceFile? Source { get; init; }

    /// <summary>What its builder said of it, in a sentence or a few; null where there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// What other tables follow from, where that is less than the whole snapshot: they are up to date as long as it stays the same.
    /// Null where they follow from the snapshot.
    /// </summary>
    public string? Essence { get; init; }

    /// <summary>Rows in the table.</summary>
    public long Rows { get; init; }

    /// <summary>Rows in its quarantine.</summary>
    public long Quarantined { get; init; }

    /// <summary>The data files, relative to the snapshot's folder.</summary>
    public IReadOnlyList<ManifestFile> Files { get; init; } = [];

    /// <summary>The quarantine's files, relative to the snapshot's folder.</summary>
    public IReadOnlyList<ManifestFile> QuarantineFiles { get; init; } = [];

    /// <summary>By day, for a day-partitioned table: what that day follows from, and who built it.</summary>
    public IReadOnlyDictionary<string, ManifestDay>? Days { get; init; }
}
