using System.Text.Json;
using Recommender.Lake.Building;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>
/// The staged shards of a lake: computed, but not published. Any number of processes stage at once, without the lake's lock, for
/// each writes a folder of its own; one writer publishes them.
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
    /// <exception cref="EnvironmentException">The folder cannot be written.</exception>
    public ShardWriter Begin(TableDeclaration table, Shard shard, string fingerprint, DateTimeOffset now)
    {
        string folder;
        do
        {
            folder = Path.Combine(store.Lake.Shards(table.Name), ShardFolderName.Create(now, fingerprint, shard));
            now = now.AddMilliseconds(1);
        }
        while (Directory.Exists(folder));
        return new ShardWriter(table, folder);
    }

    /// <summary>The complete shards of one build, each once, with the folder it lies in, in order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="fingerprint">The build.</param>
    /// <param name="count">How many shards the build was divided into.</param>
    public IReadOnlyList<(StagedShard Shard, string Folder)> Staged(TableName table, string fingerprint, int count) =>
        [.. Complete(table)
            .Where(staged => staged.Shard.Fingerprint == fingerprint && staged.Shard.Count == count && staged.Shard.Index >= 0 && staged.Shard.Index < count)
            .DistinctBy(staged => staged.Shard.Index)
            .OrderBy(staged => staged.Shard.Index)];

    /// <summary>The complete shards of a table, of any build and any number, the latest first.</summary>
    public IEnumerable<(StagedShard Shard, string Folder)> Complete(TableName table)
    {
        foreach (var folder in Folders(table).Reverse())
        {
            if (Read(folder) is { } shard && shard.Files.All(file => new FileInfo(Path.Combine(folder, file.Path)) is { Exists: true } found && found.Length == file.Bytes))
            {
                yield return (shard, folder);
            }
        }
    }

    /// <summary>Removes the shards that are published by now, and those, complete or not, that are stale.</summary>
    /// <param name="tables">The declared tables.</param>
    /// <param name="now">The moment, UTC, that ages are counted from.</param>
    /// <param name="dryRun">Whether to name only what would go.</param>
    /// <returns>What went, or would go.</returns>
    public IReadOnlyList<RemovedSnapshot> Sweep(IEnumerable<TableName> tables, DateTimeOffset now, bool dryRun = false)
    {
        var removed = new List<RemovedSnapshot>();
        foreach (var table in tables)
        {
            var published = Folders(table).Any() ? store.Current(table)?.Fingerprint : null;
            foreach (var folder in Folders(table).Where(folder =>
                now - ShardFolderName.Began(Path.GetFileName(folder))!.Value >= StaleAfter || (published is not null && Read(folder)?.Fingerprint == published)).ToList())
            {
                removed.Add(Remove(table, folder, dryRun));
            }
        }

        return removed;
    }

    private static RemovedSnapshot Remove(TableName table, string folder, bool dryRun)
    {
        var bytes = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        if (!dryRun)
        {
            // The record goes first: a crash in between leaves an incomplete shard, never one with files missing.
            File.Delete(Path.Combine(folder, Record));
            Directory.Delete(folder, recursive: true);
        }

        return new RemovedSnapshot(table, $"_shards/{Path.GetFileName(folder)}", bytes);
    }

    private static StagedShard? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, Record)), SnapshotJson.Default.StagedShard);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            // Not complete, or swept just now.
            return null;
        }
    }

    private IEnumerable<string> Folders(TableName table) =>
        new DirectoryInfo(store.Lake.Shards(table)) is { Exists: true } shards
            ? shards.EnumerateDirectories().Where(entry => entry.LinkTarget is null && ShardFolderName.Began(entry.Name) is not null).Select(entry => entry.FullName).Order(StringComparer.Ordinal)
            : [];
}
