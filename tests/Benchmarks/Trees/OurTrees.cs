using System.Diagnostics;
using Recommender.Ranking.Trees;

namespace Recommender.Benchmarks.Trees;

/// <summary>The product's trainer.</summary>
internal static class OurTrees
{
    private const int RowsPerRange = 8192;
    private const int RowsPerCall = 100;
    private const int SampleRows = 200_000;

    public static TreeOutcome Run(TreeTask task)
    {
        var (train, test) = task.Load();
        FeatureColumn[] columns = [.. Enumerable.Range(0, train.Features).Select(feature => new FeatureColumn($"f{feature}", ""))];
        var laps = new Laps();
        var edges = BinEdges.FromSample(columns, train.Values.AsSpan(0, Math.Min(train.Rows, SampleRows) * train.Features), TreeTask.Bins);
        var rows = new TreeRows(edges, train.Rows);
        train.Labels.CopyTo(rows.Labels);
        Parallel.For(
            0, (train.Rows + RowsPerRange - 1) / RowsPerRange, new ParallelOptions { MaxDegreeOfParallelism = task.Threads },
            range => rows.Set(
                range * RowsPerRange,
                train.Values.AsSpan(range * RowsPerRange * train.Features, Math.Min(RowsPerRange, train.Rows - (range * RowsPerRange)) * train.Features)));
        var bin = laps.Next();
        var settings = new TreeSettings
        {
            Rounds = task.Rounds, Leaves = task.Leaves, LearningRate = TreeTask.LearningRate, MinRowsInLeaf = TreeTask.MinRowsInLeaf, Threads = task.Threads,
        };
        var model = new GradientBoostedTrees().Train(rows, null, settings, null, CancellationToken.None);
        var trained = laps.Next();
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        var margins = new float[test.Rows];
        laps.Next();
        Parallel.For(
            0, (test.Rows + RowsPerRange - 1) / RowsPerRange, new ParallelOptions { MaxDegreeOfParallelism = task.Threads },
            range =>
            {
                // A user's candidates at a time, as the product does.
                for (var first = range * RowsPerRange; first < Math.Min(test.Rows, (range + 1) * RowsPerRange); first += RowsPerCall)
                {
                    var count = Math.Min(RowsPerCall, Math.Min(test.Rows, (range + 1) * RowsPerRange) - first);
                    model.Score(test.Values.AsSpan(first * test.Features, count * test.Features), margins.AsSpan(first, count));
                }
            });
        var score = laps.Next();
        return new TreeOutcome(bin.Wall, trained.Wall, trained.Cpu, score.Wall, score.Cpu, RocCurve.Area([.. margins], test.Labels), peak);
    }
}
