namespace Recommender.Lake.Snapshots;

/// <summary>A shard that lies ready: the file <c>_shard.json</c>, written last.</summary>
public sealed record StagedShard
{
    /// <summary>The version of this file's form.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The table, <c>zone.table</c>.</summary>
    public required string Table { get; init; }

    /// <summary>The run that computed it.</summary>
    public required string Run { get; init; }

    /// <summary>The fingerprint of the build it is a part of.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Which shard, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>How many there are.</summary>
    public required int Count { get; init; }

    /// <summary>When it was ready, UTC.</summary>
    public required DateTimeOffset StagedAt { get; init; }

    /// <summary>Its rows.</summary>
    public long Rows { get; init; }

    /// <summary>The data files, relative to the shard's folder.</summary>
    public IReadOnlyList<ManifestFile> Files { get; init; } = [];
}
