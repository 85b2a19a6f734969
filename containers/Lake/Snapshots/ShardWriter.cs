using System.Text.Json;
using Recommender.Lake.Building;
using Recommender.Lake.Errors;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>
/// A shard in the making. <see cref="Stage"/> makes it count; disposing it before that removes its files, and what a crash
/// leaves goes when it is stale.
/// </summary>
public sealed class ShardWriter : StepFiles, IDisposable
{
    private readonly ILakeStorage _storage;
    private bool _staged;

    internal ShardWriter(TableDeclaration table, ILakeStorage storage, string prefix)
        : base(table, storage, prefix) => _storage = storage;

    /// <summary>Makes the files durable and says that the shard is complete.</summary>
    /// <param name="shard">Which it is.</param>
    /// <param name="run">The run that computed it.</param>
    /// <param name="fingerprint">The build it is a part of.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cancellationToken">Stops it; the shard does not count then.</param>
    /// <exception cref="EnvironmentException">The disk is full or cannot be written; the shard does not count.</exception>
    public void Stage(Shard shard, string run, string fingerprint, long rows, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Disk.Write($"{Table.Name}: shard {shard} cannot be staged", () =>
        {
            Store(cancellationToken);
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
            _storage.Write($"{Prefix}/{ShardStore.Record}", JsonSerializer.SerializeToUtf8Bytes(staged, SnapshotJson.Default.StagedShard), cancellationToken);
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
            _storage.DeleteAll(Prefix, CancellationToken.None);
            _storage.Forget(Prefix);
        }
        catch (EnvironmentException)
        {
            // It goes when it is stale; why the shard failed matters more.
        }
    }
}
