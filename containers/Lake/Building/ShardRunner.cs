using Recommender.Lake.DuckDb;
using Recommender.Lake.Engine;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;

namespace Recommender.Lake.Building;

/// <summary>Builds one shard of a planned step and stages it; nothing is published, and no lock is needed.</summary>
/// <param name="shards">Takes the shard.</param>
/// <param name="engine">The engine.</param>
/// <param name="clock">Gives the shard its time.</param>
/// <param name="run">The run's id.</param>
public sealed class ShardRunner(ShardStore shards, DuckDbEngine engine, TimeProvider clock, string run)
{
    /// <summary>Builds and stages.</summary>
    /// <param name="plan">A plan whose action is <see cref="PlanAction.Build"/> and whose step is an <see cref="IShardedStep"/>.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="inputs">The inputs' snapshots that the plan was made from.</param>
    /// <param name="connection">A connection for this step alone.</param>
    /// <param name="progress">Takes progress.</param>
    /// <param name="cancellationToken">Stops the work; nothing is staged then.</param>
    /// <returns>The number of rows.</returns>
    public long Run(StepPlan plan, Shard shard, StepInputs inputs, DuckDbConnection connection, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        using var writer = shards.Begin(plan.Step.Table, shard, plan.Fingerprint!, clock.GetUtcNow(), cancellationToken);
        progress.Report(new StepProgress("building", -1, 0));
        var context = new StepContext
        {
            Engine = engine,
            Connection = connection,
            Writer = writer,
            Fingerprint = plan.Fingerprint!,
            Inputs = inputs,
            Shard = shard,
            Progress = progress,
        };
        var output = plan.Step.Build(context, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        writer.Stage(shard, run, plan.Fingerprint!, output.Rows, clock.GetUtcNow(), cancellationToken);
        return output.Rows;
    }
}
