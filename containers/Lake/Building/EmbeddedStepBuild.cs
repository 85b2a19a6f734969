using Recommender.Lake.DuckDb;
using Recommender.Lake.Engine;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;

namespace Recommender.Lake.Building;

/// <summary>The build of one step on a connection of its own.</summary>
internal sealed class EmbeddedStepBuild(SnapshotStore store, DuckDbEngine engine, TimeProvider clock, StepPlan plan, StepInputs inputs, string run, StepFetch? fetch) : IStepBuild
{
    private readonly DuckDbConnection _connection = engine.Connect();

    /// <inheritdoc/>
    public QueryProgress Query
    {
        get
        {
            var progress = _connection.Progress;
            return new QueryProgress(progress.Fraction, (long)progress.RowsProcessed);
        }
    }

    /// <inheritdoc/>
    public QueryStatistics Statistics { get; } = new();

    /// <inheritdoc/>
    public Manifest Run(IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        fetch?.Show(plan.Step, inputs, checks: true, progress, cancellationToken);
        return new StepRunner(store, engine, clock, run).Run(plan, inputs, _connection, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public long RunShard(Shard shard, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        fetch?.Show(plan.Step, inputs, checks: false, progress, cancellationToken);
        return new ShardRunner(new ShardStore(store), engine, clock, run).Run(plan, shard, inputs, _connection, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
