using System.Globalization;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>
/// Removes snapshots that no pointer and no retention rule holds. It touches nothing but folders named like a snapshot directly
/// under a declared table's own prefix. Call it as the lake's writer only.
/// </summary>
/// <param name="store">The snapshots.</param>
public sealed class GarbageCollector(SnapshotStore store)
{
    /// <summary>Removes what retention does not hold.</summary>
    /// <param name="tables">The declared tables.</param>
    /// <param name="options">What to keep.</param>
    /// <param name="now">The moment that ages are counted from.</param>
    /// <param name="dryRun">Whether to name only what would go.</param>
    /// <returns>What went, or would go.</returns>
    public IReadOnlyList<RemovedSnapshot> Collect(IEnumerable<TableName> tables, RetentionOptions options, DateTimeOffset now, bool dryRun = false)
    {
        var removed = new List<RemovedSnapshot>();
        foreach (var table in tables)
        {
            var kept = Kept(table, options);
            foreach (var id in store.Folders(table).Where(id => !kept.Contains(id) && now - Supersession(table, id) >= options.Grace))
            {
                removed.Add(Remove(table, id, dryRun));
            }
        }

        return removed;
    }

    /// <summary>Removes the folders that a killed writer left unfinished. Nobody can be reading them.</summary>
    public IReadOnlyList<RemovedSnapshot> RemoveUnfinished(IEnumerable<TableName> tables) =>
        [.. from table in tables
            from id in store.Folders(table)
            where !File.Exists(store.Lake.Manifest(table, id))
            select Remove(table, id, dryRun: false)];

    private HashSet<string> Kept(TableName table, RetentionOptions options)
    {
        var kept = store.Complete(table).Take(options.Keep).Select(manifest => manifest.Snapshot).ToHashSet();
        if (store.Current(table) is { } current)
        {
            kept.Add(current.Snapshot);
            if (options.Keep > 1 && current.Previous is not null)
            {
                // After rollbacks the one before the current need not be among the newest: it is where the next rollback goes.
                kept.Add(current.Previous);
            }
        }

        return kept;
    }

    /// <summary>When readers stopped being sent to a snapshot: when the next one was built.</summary>
    private DateTimeOffset Supersession(TableName table, string id)
    {
        var newer = store.Folders(table).TakeWhile(other => other != id).LastOrDefault() ?? id;
        return DateTimeOffset.ParseExact(newer.Split('-')[0], "yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private RemovedSnapshot Remove(TableName table, string id, bool dryRun)
    {
        var folder = store.Lake.Snapshot(table, id);
        var bytes = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        if (!dryRun)
        {
            // The manifest goes first: a crash in between leaves an unfinished folder, never a snapshot with files missing.
            File.Delete(store.Lake.Manifest(table, id));
            Directory.Delete(folder, recursive: true);
        }

        return new RemovedSnapshot(table, id, bytes);
    }
}
