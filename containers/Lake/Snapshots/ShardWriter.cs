using System.Text.Json;
using Recommender.Lake.Building;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>
/// A shard in the making. <see cref="Stage"/> makes it count; disposing it before that removes its folder, and what a crash
/// leaves goes when it is stale.
/// </summary>
public sealed class ShardWriter : StepFiles, IDisposable
{
    private bool _staged;

    internal ShardWriter(TableDeclaration table, string folder)
        : base(table, folder)
    {
    }

    /// <summary>Makes the files durable and says that the shard is complete.</summary>
    /// <param name="shard">Which it is.</param>
    /// <param name="run">The run that computed it.</param>
    /// <param name="fingerprint">The build it is a part of.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <exception cref="Errors.EnvironmentException">The disk is full or cannot be written; the shard does not count.</exception>
    public void Stage(Shard shard, string run, string fingerprint, long rows, DateTimeOffset now)
    {
        Disk.Write($"{Table.Name}: shard {shard} cannot be staged", () =>
        {
            Flush();
            var staged = new StagedShard
            {
                Table = Table.Name.ToString(),
                Run = run,
                Fingerprint = fingerprint,
                Index = shard.Index,
                Count = shard.Count,
                StagedAt = now,
                Rows = rows,
                Files = Describe(DataFiles),
            };
            AtomicFile.Replace(Path.Combine(Folder, ShardStore.Record), JsonSerializer.SerializeToUtf8Bytes(staged, SnapshotJson.Default.StagedShard));
        });
        _staged = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_staged)
        {
            return;
        }

        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It goes when it is stale; why the shard failed matters more.
        }
    }
}
