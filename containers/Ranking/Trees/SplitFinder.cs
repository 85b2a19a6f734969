using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Trees;

/// <summary>Finds the best split of a leaf from its histogram. Of equal gains the first feature's, then the lowest code's, is taken.</summary>
internal sealed class SplitFinder(TreeRows rows, TreeSettings settings, TreeHistograms histograms, RowPartition partition)
{
    private const int CodesForThreads = 4096;
    private const int FeaturesPerRange = 8;
    private readonly BinEdges _edges = rows.Edges;
    private readonly SplitCandidate[] _found = new SplitCandidate[rows.Edges.Features.Count];
    private readonly bool _bounded = rows.Edges.Features.Any(feature => feature.Monotone != 0);
    private readonly int[] _counts = new int[256];
    private readonly long[] _scratch = new long[256];

    /// <summary>What outputs of a leaf are worth.</summary>
    public LeafGain GainOf(GrowingLeaf leaf, GradientPacker packer) => new(settings, packer, _bounded, leaf.Lower, leaf.Upper);

    /// <summary>The best split of a leaf; <see cref="SplitCandidate.None"/> where none is allowed and gains.</summary>
    public SplitCandidate Find(GrowingLeaf leaf, int[] features, GradientPacker packer, CancellationToken cancellationToken)
    {
        var gain = GainOf(leaf, packer);
        var limits = new SplitLimits(settings, packer, leaf, gain);
        var histogram = leaf.Histogram!;
        ParallelRanges.Run(
            features.Length, FeaturesPerRange, histogram.Length >= CodesForThreads ? settings.Threads : 1, () => new long[256],
            (first, end, scratch) =>
            {
                for (var i = first; i < end; i++)
                {
                    _found[i] = Scan(features[i], histograms.OfFeature(histogram, features[i], scratch), default, gain, limits);
                }
            },
            cancellationToken);
        while (true)
        {
            var best = 0;
            for (var i = 1; i < features.Length; i++)
            {
                best = _found[i].Gain > _found[best].Gain ? i : best;
            }

            if (_found[best].Feature < 0 || _found[best].Counted)
            {
                return _found[best];
            }

            // Histograms do not count rows. Where the second derivatives leave open whether a side has enough, rows are counted.
            Count(features[best], leaf);
            _found[best] = Scan(features[best], histograms.OfFeature(histogram, features[best], _scratch), _counts, gain, limits);
        }
    }

    private void Count(int feature, GrowingLeaf leaf)
    {
        Array.Clear(_counts);
        var layout = _edges.Layout;
        var codes = partition.Codes(layout.Bundle[feature]);
        var codeOf = new byte[BundleLayout.MostCodes];
        for (var code = 0; code < layout.Sizes[layout.Bundle[feature]]; code++)
        {
            codeOf[code] = (byte)layout.CodeOf(feature, code);
        }

        foreach (var row in partition.Rows.AsSpan(leaf.Start, leaf.Count))
        {
            _counts[codeOf[codes[row]]]++;
        }
    }

    private SplitCandidate Scan(int feature, ReadOnlySpan<long> bins, ReadOnlySpan<int> counts, in LeafGain gain, in SplitLimits limits) =>
        _edges.IsCategorical(feature)
            ? CategoricalScan.Best(feature, bins, counts, gain, limits)
            : NumericScan.Best(feature, _edges.Features[feature].Monotone, bins, counts, gain, limits);
}
