using Recommender.Ranking.Features;
using Recommender.Ranking.Threading;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Learning;

/// <summary>
/// Turns targets into binned rows, in parallel and in the targets' order whatever the threads: a first pass counts rows, a
/// sample of them gives the bins, and a second pass writes each target's rows to their place. No float row is kept.
/// </summary>
internal sealed class TrainingRows(ShopKnowledge shop, FitBaskets fit, RankerSettings settings)
{
    private const int TargetsPerRange = 32;
    private const int SampleRows = 100_000;

    /// <summary>Bins from a sample of the targets' rows.</summary>
    public BinEdges Edges(IReadOnlyList<TrainingTarget> targets, CancellationToken cancellation)
    {
        var starts = Starts(targets, cancellation);
        var step = Math.Max(1, (starts[^1] + SampleRows - 1) / SampleRows);
        var sample = targets.Where((_, index) => index % step == 0).ToList();
        var sampleStarts = Starts(sample, cancellation);
        var values = new float[(long)sampleStarts[^1] * FeatureCatalogue.All.Count];
        ForEach(sample, (index, target, rows) => rows.Values().CopyTo(values.AsSpan(sampleStarts[index] * rows.Width)), cancellation);
        return BinEdges.FromSample(FeatureCatalogue.All, values, threads: settings.Threads);
    }

    /// <summary>The rows of targets: one group each.</summary>
    public TreeRows Assemble(BinEdges edges, IReadOnlyList<TrainingTarget> targets, CancellationToken cancellation)
    {
        var starts = Starts(targets, cancellation);
        var all = new TreeRows(edges, starts[^1]) { GroupStarts = [.. starts.SkipLast(1).Where((start, index) => starts[index + 1] > start)] };
        ForEach(
            targets,
            (index, target, rows) =>
            {
                all.Set(starts[index], rows.Values());
                rows.Label(target, all.Labels.Slice(starts[index], rows.Count), all.Weights.Slice(starts[index], rows.Count));
            },
            cancellation);
        return all;
    }

    /// <summary>Number of rows of targets.</summary>
    public int Count(IReadOnlyList<TrainingTarget> targets, CancellationToken cancellation) => Starts(targets, cancellation)[^1];

    /// <summary>A model's margins of the rows of targets.</summary>
    public float[] Margins(IReadOnlyList<TrainingTarget> targets, RankerModel model, CancellationToken cancellation)
    {
        var starts = Starts(targets, cancellation);
        var margins = new float[starts[^1]];
        ForEach(
            targets,
            (index, _, rows) => model.Score(rows.Values(), margins.AsSpan(starts[index], rows.Count), new float[rows.Count]),
            cancellation);
        return margins;
    }

    private int[] Starts(IReadOnlyList<TrainingTarget> targets, CancellationToken cancellation)
    {
        var starts = new int[targets.Count + 1];
        ForEach(targets, (index, _, rows) => starts[index + 1] = rows.Count, cancellation);
        for (var index = 0; index < targets.Count; index++)
        {
            starts[index + 1] += starts[index];
        }

        return starts;
    }

    private void ForEach(IReadOnlyList<TrainingTarget> targets, Action<int, TrainingTarget, TargetRows> action, CancellationToken cancellation) =>
        ParallelRanges.Run(
            targets.Count, TargetsPerRange, settings.Threads, () => new TargetRows(shop, fit, settings),
            (first, end, rows) =>
            {
                for (var index = first; index < end; index++)
                {
                    rows.Load(targets[index]);
                    action(index, targets[index], rows);
                }
            },
            cancellation);
}
