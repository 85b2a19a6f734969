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
    public BinEdges Edges(CountedTargets targets, CancellationToken cancellation)
    {
        var sample = targets.Every(Math.Max(1, (targets.Rows + SampleRows - 1) / SampleRows));
        var values = new float[(long)sample.Rows * FeatureCatalogue.All.Count];
        ForEach(sample.Targets, (index, _, rows) => rows.Values().CopyTo(values.AsSpan(sample.Starts[index] * rows.Width)), cancellation);
        return BinEdges.FromSample(FeatureCatalogue.All, values, threads: settings.Threads);
    }

    /// <summary>The rows of targets: one group each.</summary>
    public TreeRows Assemble(BinEdges edges, CountedTargets targets, CancellationToken cancellation)
    {
        var all = new TreeRows(edges, targets.Rows) { GroupStarts = targets.GroupStarts };
        ForEach(
            targets.Targets,
            (index, target, rows) =>
            {
                var first = targets.Starts[index];
                all.Set(first, rows.Values());
                rows.Label(target, all.Labels.Slice(first, rows.Count), all.Weights.Slice(first, rows.Count));
            },
            cancellation);
        return all;
    }

    /// <summary>A model's margins of the rows of targets.</summary>
    public float[] Margins(CountedTargets targets, RankerModel model, CancellationToken cancellation)
    {
        var margins = new float[targets.Rows];
        ForEach(
            targets.Targets,
            (index, _, rows) => model.Score(rows.Values(), margins.AsSpan(targets.Starts[index], rows.Count), new float[rows.Count]),
            cancellation);
        return margins;
    }

    /// <summary>Counts the rows of targets.</summary>
    public CountedTargets Count(IReadOnlyList<TrainingTarget> targets, CancellationToken cancellation)
    {
        var counts = new int[targets.Count];
        ForEach(targets, (index, _, rows) => counts[index] = rows.Count, cancellation);
        return new CountedTargets(targets, counts);
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
