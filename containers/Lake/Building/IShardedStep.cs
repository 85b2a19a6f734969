namespace Recommender.Lake.Building;

/// <summary>
/// A step whose rows fall into shards that can be computed apart, by as many processes, from the same inputs: where
/// <see cref="StepContext.Shard"/> names one, <see cref="ITableStep.Build"/> writes that shard's rows alone. The rows of all
/// shards together are those of the whole.
/// </summary>
public interface IShardedStep : ITableStep;
