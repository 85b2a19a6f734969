using Recommender.Lake.Engine;
using Recommender.Lake.Snapshots;

namespace Recommender.Lake.Building;

/// <summary>The build of one step. It runs once, on the thread that asks for it.</summary>
public interface IStepBuild : IDisposable
{
    /// <summary>How far the engine is with the query that runs now; may be asked from another thread.</summary>
    QueryProgress Query { get; }

    /// <summary>What the build's queries took so far, summed up; may be asked from another thread.</summary>
    QueryStatistics Statistics { get; }

    /// <summary>Builds a snapshot, checks it, and publishes it.</summary>
    /// <param name="progress">Takes progress.</param>
    /// <param name="cancellationToken">Stops the work; nothing is published then.</param>
    /// <returns>The published manifest.</returns>
    /// <exception cref="Errors.DataException">A check failed, or a value in the data made the step fail.</exception>
    /// <exception cref="Errors.EnvironmentException">The surroundings failed; what was current still is.</exception>
    Manifest Run(IProgress<StepProgress> progress, CancellationToken cancellationToken);

    /// <summary>Builds one shard and stages it; nothing is published, and no lock is needed.</summary>
    /// <param name="shard">The shard of a step that is an <see cref="IShardedStep"/>.</param>
    /// <param name="progress">Takes progress.</param>
    /// <param name="cancellationToken">Stops the work; nothing is staged then.</param>
    /// <returns>The number of rows.</returns>
    long RunShard(Shard shard, IProgress<StepProgress> progress, CancellationToken cancellationToken);
}
