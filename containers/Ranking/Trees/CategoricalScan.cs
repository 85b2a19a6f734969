namespace Recommender.Ranking.Trees;

/// <summary>
/// The best set of a categorical feature's values: values are sorted by gradient over hessian, and the best set is a run of the
/// first of them (Fisher, "On Grouping for Maximum Homogeneity", 1958). The missing code, which rare values share with NaN, is one
/// of the values; the side that has it is the right one, where scoring sends every value that a split does not list.
/// </summary>
internal static class CategoricalScan
{
    /// <summary>Added to a value's hessian where values are sorted, so that rare ones do not lead.</summary>
    private const double Smoothing = 10;

    /// <inheritdoc cref="NumericScan.Best"/>
    public static SplitCandidate Best(
        int feature, ReadOnlySpan<long> bins, ReadOnlySpan<int> counts, in LeafGain gain, in SplitLimits limits)
    {
        Span<double> keys = stackalloc double[256];
        Span<int> codes = stackalloc int[256];
        var seen = 0;
        for (var code = 0; code < bins.Length; code++)
        {
            if (bins[code] != 0)
            {
                keys[seen] = PackedSum.Gradient(bins[code]) / (gain.Hessian(bins[code]) + Smoothing);
                codes[seen++] = code;
            }
        }

        keys[..seen].Sort(codes[..seen]);
        var best = SplitCandidate.None;
        var l2 = gain.L2 + limits.CategoricalL2;
        var (left, leftRows, length) = (0L, counts.IsEmpty ? -1 : 0, 0);
        for (var i = 0; i < seen - 1; i++)
        {
            left += bins[codes[i]];
            leftRows += counts.IsEmpty ? 0 : counts[codes[i]];
            var right = limits.Leaf.Sum - left;
            if (!limits.Allow(left, right, leftRows, out var counted))
            {
                continue;
            }

            var more = gain.Score(left, l2) + gain.Score(right, l2) - limits.Parent;
            if (more > limits.MinGain && more > best.Gain)
            {
                length = i + 1;
                best = new SplitCandidate { Feature = feature, Gain = more, Left = left, Counted = counted };
            }
        }

        if (length > 0)
        {
            var missing = bins.Length - 1;
            var swap = codes[..length].Contains(missing);
            best.Left = swap ? limits.Leaf.Sum - best.Left : best.Left;
            best.MissingSeen = bins[missing] != 0;
            best.Codes = new ulong[4];
            foreach (var code in swap ? codes[length..seen] : codes[..length])
            {
                best.Codes[code >> 6] |= 1UL << (code & 63);
            }
        }

        return best;
    }
}
