namespace Recommender.AwsEmulator.Athena;

/// <summary>What a query that succeeded gave.</summary>
internal sealed record QueryOutcome
{
    /// <summary>The columns of its rows; empty for an INSERT.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; init; } = [];

    /// <summary>Its rows as text; null for NULL.</summary>
    public IReadOnlyList<string?[]> Rows { get; init; } = [];

    /// <summary>Rows that an INSERT wrote; null for other statements.</summary>
    public long? Inserted { get; init; }

    /// <summary>The files that an INSERT wrote, as addresses.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Bytes of the files that it read.</summary>
    public long Scanned { get; init; }
}
