namespace Recommender.Lake.DuckDb;

/// <summary>How a database is opened. Extensions are never downloaded, whatever is set here.</summary>
public sealed record DuckDbOptions
{
    /// <summary>Memory DuckDB may take, in bytes; then it spills to <see cref="TempDirectory"/>. Default: null, DuckDB's own (80 % of the machine's).</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>Threads DuckDB may use, 1 or more. Default: null, one per core.</summary>
    public int? Threads { get; init; }

    /// <summary>Folder for spilled data; made when needed. Default: null, beside the database file, or <c>.tmp</c> for one in memory.</summary>
    public string? TempDirectory { get; init; }

    /// <summary>Whether rows keep the order they were read or inserted in. Default: true; false lets large scans and writes use less memory.</summary>
    public bool PreserveInsertionOrder { get; init; } = true;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">Names all that is wrong at once.</exception>
    public void Validate()
    {
        List<string> faults = [];
        if (MemoryLimitBytes <= 0)
        {
            faults.Add($"{nameof(MemoryLimitBytes)} is {MemoryLimitBytes}; it must be positive.");
        }
        if (Threads <= 0)
        {
            faults.Add($"{nameof(Threads)} is {Threads}; it must be 1 or more.");
        }
        if (TempDirectory is not null && (string.IsNullOrWhiteSpace(TempDirectory) || TempDirectory.Contains('\0')))
        {
            faults.Add($"{nameof(TempDirectory)} is not a path.");
        }
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", faults));
        }
    }
}
