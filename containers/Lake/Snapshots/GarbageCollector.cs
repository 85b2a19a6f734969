using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>
/// Removes snapshots that no pointer and no retention rule holds. It touches nothing but folders named like a snapshot directly
/// under a declared table's own prefix. Call it only as the writer of those tables.
/// </summary>
/// <param name="store">The snapshots.</param>
public sealed class GarbageCollector(SnapshotStore store)
{
    /// <summary>Removes what retention does not hold.</summary>
    /// <param name="tables">The declared tables.</param>
    /// <param name="options">What to keep.</param>
    /// <param name="now">The moment that ages are counted from.</param>
    /// <param name="dryRun">Whether to name only what would go.</param>
    /// <param name="cancellationToken">Stops it between two snapshots.</param>
    /// <returns>What went, or would go.</returns>
    public IReadOnlyList<RemovedSnapshot> Collect(IEnumerable<TableName> tables, RetentionOptions options, DateTimeOffset now, bool dryRun = false, CancellationToken cancellationToken = default)
    {
        var removed = new List<RemovedSnapshot>();
        foreach (var table in tables)
        {
            var complete = store.Complete(table, cancellationToken);
            var pointer = store.Pointer(table, cancellationToken);
            var kept = Kept(complete, pointer is null ? null : store.Manifest(table, pointer.Snapshot, cancellationToken), options);
            foreach (var id in store.Folders(table, cancellationToken).Where(id => !kept.Contains(id) && now - Supersession(id, complete, pointer) >= options.Grace))
            {
                removed.Add(Remove(table, id, dryRun, cancellationToken));
            }
        }

        return removed;
    }

    /// <summary>Removes the folders that a killed writer left unfinished. Nobody can be reading them; what a pointer names is never one.</summary>
    public IReadOnlyList<RemovedSnapshot> RemoveUnfinished(IEnumerable<TableName> tables, CancellationToken cancellationToken = default) =>
        [.. from table in tables
            let current = store.Pointer(table, cancellationToken)?.Snapshot
            from id in store.Folders(table, cancellationToken)
            where !store.Storage.Has(LakeKeys.Manifest(table, id), cancellationToken) && id != current
            select Remove(table, id, dryRun: false, cancellationToken)];

    private static HashSet<string> Kept(IReadOnlyList<Manifest> complete, Manifest? current, RetentionOptions options)
    {
        var kept = complete.Take(options.Keep).Select(manifest => manifest.Snapshot).ToHashSet();
        if (current is not null)
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

    /// <summary>
    /// When readers stopped being sent to a snapshot. A later publication that came from this snapshot or from one before it
    /// left this one behind, and so did a rollback to one before it; otherwise nobody was ever sent there.
    /// </summary>
    private static DateTimeOffset Supersession(string id, IReadOnlyList<Manifest> complete, Pointer? pointer)
    {
        bool Before(string one, string other) => string.CompareOrdinal(one, other) < 0;
        var moments = complete
            .Where(other => Before(id, other.Snapshot) && (other.Previous is null || !Before(id, other.Previous)))
            .Select(other => other.PublishedAt > other.CreatedAt ? other.PublishedAt : other.CreatedAt)
            .Append(SnapshotId.Began(id));
        return pointer?.RolledBackAt is { } moved && Before(pointer.Snapshot, id) ? moments.Append(moved).Max() : moments.Max();
    }

    private RemovedSnapshot Remove(TableName table, string id, bool dryRun, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prefix = LakeKeys.Snapshot(table, id);
        var bytes = store.Storage.Files(prefix, cancellationToken).Sum(file => file.Bytes);
        if (!dryRun)
        {
            // The manifest goes first: a crash in between leaves an unfinished folder, never a snapshot with files missing.
            store.Storage.Delete(LakeKeys.Manifest(table, id), cancellationToken);
            store.Storage.DeleteAll(prefix, cancellationToken);
            store.Storage.Forget(prefix);
        }

        return new RemovedSnapshot(table, id, bytes);
    }
}
