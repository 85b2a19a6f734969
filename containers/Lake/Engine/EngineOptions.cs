namespace Recommender.Lake.Engine;

/// <summary>Bounds of the embedded engine; past its memory it spills to disk.</summary>
public sealed record EngineOptions
{
    /// <summary>The least memory the engine can work in: 256 MiB.</summary>
    public const long LeastMemory = 256L << 20;

    /// <summary>Memory for queries in bytes; null means DuckDB's own default, 80 % of the machine's.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Worker threads; null means one per core.</summary>
    public int? Threads { get; init; }

    /// <summary>Where spilled data goes; null means a folder of its own in the system's temporary folder.</summary>
    public string? SpillFolder { get; init; }

    /// <summary>All faults at once; empty where the options are sound.</summary>
    public IEnumerable<string> Faults()
    {
        if (MemoryBytes < LeastMemory)
        {
            yield return $"--memory {MemoryBytes} bytes: at least 256MiB";
        }

        if (Threads is < 1 or > 1024)
        {
            yield return $"--threads {Threads}: between 1 and 1024";
        }
    }
}
