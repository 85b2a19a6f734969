using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Learning;

/// <summary>Trains the trees of one ranker: bags of models that differ in their seed.</summary>
internal sealed class TreeRun(ITreeTrainer trees, RankerSettings settings, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
{
    // A small shop's trees, too, must be able to split: leaves need no more rows than a 200th of all.
    private const int LeastLeaves = 200;

    /// <summary>Models that stop by the held-out rows.</summary>
    public List<TreeModel> Stopped(TreeObjective objective, TreeRows train, TreeRows heldOut) =>
        // Only where these models are the last word need there be more than one.
        [.. Enumerable.Range(0, settings.Refit ? 1 : settings.Bags).Select(bag => Train(train, heldOut, For(objective, bag)))];

    /// <summary>Models of all rows, with as many rounds as the stopped ones had.</summary>
    public List<TreeModel> Full(TreeObjective objective, TreeRows all, IReadOnlyList<TreeModel> stopped)
    {
        var rounds = Math.Max(1, (int)stopped.Average(model => model.Trees));
        return [.. Enumerable.Range(0, settings.Bags).Select(bag => Train(all, null, For(objective, bag) with { Rounds = rounds, EarlyStoppingRounds = 0 }))];
    }

    private TreeSettings For(TreeObjective objective, int bag) => settings.Trees with
    {
        Objective = objective, Threads = settings.Threads, Seed = unchecked((settings.Seed * 1_000) + bag),
    };

    private TreeModel Train(TreeRows train, TreeRows? heldOut, TreeSettings with) =>
        trees.Train(train, heldOut, with with { MinRowsInLeaf = Math.Clamp(train.Rows / LeastLeaves, 1, with.MinRowsInLeaf) }, progress is null ? null : new RoundProgress(progress), cancellation);

    private sealed class RoundProgress(IProgress<TrainingProgress> progress) : IProgress<TreeProgress>
    {
        public void Report(TreeProgress value) => progress.Report(new TrainingProgress("training trees", (double)value.Round / value.Rounds));
    }
}
