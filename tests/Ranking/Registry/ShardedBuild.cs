using Recommender.Lake.Building;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Registry;

/// <summary>Builds a step from shards.</summary>
internal static class ShardedBuild
{
    public static void Run(LearningLake lake, IShardedStep step, int count)
    {
        var shards = new ShardStore(lake.Store);
        var plan = new Planner(lake.Store).Plan(step);
        using var connection = lake.Engine.Connect();
        for (var shard = 0; shard < count; shard++)
        {
            new ShardRunner(shards, lake.Engine, lake.Clock, "run").Run(plan, new Shard(shard, count), plan.Inputs!, connection, new Progress<StepProgress>(), TestContext.Current.CancellationToken);
        }

        lake.Run(new GatherStep(step, shards, count));
    }
}
