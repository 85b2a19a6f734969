using System.Text.Json;
using Recommender.Lake.Building;
using Recommender.Lake.Errors;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>
/// The staged shards of a lake: computed, but not published. Any number of processes stage at once, without a lock, for
/// each writes under a prefix of its own; one writer publishes them.
/// </summary>
/// <param name="store">The lake's snapshots.</param>
public sealed class ShardStore(SnapshotStore store)
{
    /// <summary>The file that makes a shard complete.</summary>
    internal const string Record = "_shard.json";

    /// <summary>A shard that nobody has published for so long is stale: one day.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromDays(1);

    /// <summary>Starts a shard.</summary>
    /// <param name="table">The table.</param>
    /// <param name="shard">Which.</param>
    /// <param name="fingerprint">The build it is a part of.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EnvironmentException">The folder cannot be written.</exception>
    public ShardWriter Begin(TableDeclaration table, Shard shard, string fingerprint, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        string prefix;
        do
        {
            prefix = $"{LakeKeys.Shards(table.Name)}/{ShardFolderName.Create(now, fingerprint, shard)}";
            now = now.AddMilliseconds(1);
        }
        while (store.Storage.IsTaken(prefix, cancellationToken));
        return new ShardWriter(table, store.Storage, prefix);
    }

    /// <summary>The complete shards of one build, each once, with the prefix it lies under, in order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="fingerprint">The build.</param>
    /// <param name="count">How many shards the build was divided into.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IReadOnlyList<(StagedShard Shard, string Prefix)> Staged(TableName table, string fingerprint, int count, CancellationToken cancellationToken = default) =>
        [.. Complete(table, cancellationToken)
            .Where(staged => staged.Shard.Fingerprint == fingerprint && staged.Shard.Count == count && staged.Shard.Index >= 0 && staged.Shard.Index < count)
            .DistinctBy(staged => staged.Shard.Index)
            .OrderBy(staged => staged.Shard.Index)];

    /// <summary>The complete shards of a table, of any build and any number, the latest first.</summary>
    public IEnumerable<(StagedShard Shard, string Prefix)> Complete(TableName table, CancellationToken cancellationToken = default)
    {
        foreach (var prefix in Prefixes(table, cancellationToken).Reverse())
        {
            if (Read(prefix, cancellationToken) is { } shard && IsWhole(prefix, shard, cancellationToken))
            {
                yield return (shard, prefix);
            }
        }
    }

    /// <summary>Removes the shards that are published by now, and those, complete or not, that are stale.</summary>
    /// <param name="tables">The declared tables.</param>
    /// <param name="now">The moment, UTC, that ages are counted from.</param>
    /// <param name="dryRun">Whether to name only what would go.</param>
    /// <param name="cancellationToken">Stops it between two shards.</param>
    /// <returns>What went, or would go.</returns>
    public IReadOnlyList<RemovedSnapshot> Sweep(IEnumerable<TableName> tables, DateTimeOffset now, bool dryRun = false, CancellationToken cancellationToken = default)
    {
        var removed = new List<RemovedSnapshot>();
        foreach (var table in tables)
        {
            var prefixes = Prefixes(table, cancellationToken);
            var published = prefixes.Count > 0 ? store.Current(table, cancellationToken)?.Fingerprint : null;
            foreach (var prefix in prefixes.Where(prefix =>
                now - ShardFolderName.Began(Name(prefix))!.Value >= StaleAfter || (published is not null && Read(prefix, cancellationToken)?.Fingerprint == published)))
            {
                removed.Add(Remove(table, prefix, dryRun, cancellationToken));
            }
        }

        return removed;
    }

    private static string Name(string prefix) => prefix[(prefix.LastIndexOf('/') + 1)..];

    private RemovedSnapshot Remove(TableName table, string prefix, bool dryRun, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var bytes = store.Storage.Files(prefix, cancellationToken).Sum(file => file.Bytes);
        if (!dryRun)
        {
            // The record goes first: a crash in between leaves an incomplete shard, never one with files missing.
            store.Storage.Delete($"{prefix}/{Record}", cancellationToken);
            store.Storage.DeleteAll(prefix, cancellationToken);
            store.Storage.Forget(prefix);
        }

        return new RemovedSnapshot(table, $"{LakeKeys.ShardsFolder}/{Name(prefix)}", bytes);
    }

    private bool IsWhole(string prefix, StagedShard shard, CancellationToken cancellationToken)
    {
        var sizes = store.Storage.Sizes(prefix, [.. shard.Files.Select(file => file.Path)], cancellationToken);
        return shard.Files.All(file => sizes.TryGetValue(file.Path, out var bytes) && bytes == file.Bytes);
    }

    private StagedShard? Read(string prefix, CancellationToken cancellationToken)
    {
        try
        {
            // Where there is none, the shard is not complete, or was swept just now.
            return store.Storage.Read($"{prefix}/{Record}", cancellationToken) is { } bytes ? JsonSerializer.Deserialize(bytes, SnapshotJson.Default.StagedShard) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IReadOnlyList<string> Prefixes(TableName table, CancellationToken cancellationToken) =>
        [.. from name in store.Storage.Folders(LakeKeys.Shards(table), cancellationToken)
            where ShardFolderName.Began(name) is not null
            select $"{LakeKeys.Shards(table)}/{name}"];
}
