using Recommender.Lake.DuckDb;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Diagnosis;

/// <summary>Looks at the machine: the library, memory, disks, the clock.</summary>
internal static class MachineChecks
{
    /// <summary>Less free space than this is a fault: 1 GiB.</summary>
    public const long LeastFreeBytes = 1L << 30;

    private static readonly DateTimeOffset Earliest = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>DuckDB's native library.</summary>
    public static Finding Library()
    {
        try
        {
            return new Finding("DuckDB", true, $"library {DuckDbDatabase.LibraryVersion}");
        }
        catch (DuckDbLibraryException error)
        {
            return new Finding("DuckDB", false, $"{error.Message} (looked for {error.Path}): build the product again, or set DUCKDB_LIBRARY to the library's path");
        }
    }

    /// <summary>Memory and threads for queries.</summary>
    public static Finding Memory(long memory, int threads)
    {
        var machine = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var says = $"{ByteSize.Text(memory)} of {ByteSize.Text(machine)} for queries, {threads} of {Environment.ProcessorCount} cores";
        return memory <= machine
            ? new Finding("memory", true, says)
            : new Finding("memory", false, $"{says}: ask for less with --memory");
    }

    /// <summary>Free space where a folder lies.</summary>
    public static Finding Disk(string check, string folder)
    {
        try
        {
            var existing = folder;
            while (!Directory.Exists(existing))
            {
                existing = Path.GetDirectoryName(existing)!;
            }

            var free = new DriveInfo(existing).AvailableFreeSpace;
            var says = $"{ByteSize.Text(free)} free for {folder}";
            return free >= LeastFreeBytes ? new Finding(check, true, says) : new Finding(check, false, $"{says}: make room; builds and spilled queries need at least 1 GiB");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new Finding(check, false, $"{folder} cannot be looked at: {error.Message}");
        }
    }

    /// <summary>The clock: snapshots sort by it.</summary>
    public static Finding Clock(DateTimeOffset now, DateTimeOffset? newestSnapshot)
    {
        if (now < Earliest)
        {
            return new Finding("clock", false, $"it says {now:yyyy-MM-dd HH:mm:ss} UTC: set it");
        }

        return newestSnapshot > now
            ? new Finding("clock", false, $"it says {now:yyyy-MM-dd HH:mm:ss} UTC, but a snapshot was built at {newestSnapshot:yyyy-MM-dd HH:mm:ss} UTC: set it, or wait; snapshots sort by time")
            : new Finding("clock", true, $"{now:yyyy-MM-dd HH:mm:ss} UTC");
    }
}
