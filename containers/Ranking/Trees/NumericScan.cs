namespace Recommender.Ranking.Trees;

/// <summary>The best threshold of a numeric feature, with rows that lack a value tried on both sides.</summary>
internal static class NumericScan
{
    /// <param name="feature">The column.</param>
    /// <param name="monotone">Its constraint.</param>
    /// <param name="bins">Sums by code; the missing code is the last.</param>
    /// <param name="counts">Rows by code; empty where they were not counted.</param>
    /// <param name="gain">What leaves are worth.</param>
    /// <param name="limits">What splits must keep.</param>
    public static SplitCandidate Best(
        int feature, int monotone, ReadOnlySpan<long> bins, ReadOnlySpan<int> counts, in LeafGain gain, in SplitLimits limits)
    {
        var best = SplitCandidate.None;
        var values = bins.Length - 1;
        var missing = bins[values];
        for (var missingLeft = 0; missingLeft <= (missing != 0 ? 1 : 0); missingLeft++)
        {
            var left = missingLeft * missing;
            var (code, more) = counts.IsEmpty && !gain.Bounded
                ? VectorScan.Best(bins[..values], left, gain, limits)
                : Slow(monotone, bins[..values], counts, left, missingLeft, gain, limits);
            if (more > limits.MinGain && more > best.Gain)
            {
                foreach (var sum in bins[..(code + 1)])
                {
                    left += sum;
                }

                // What was counted is sure; what was not may turn out to be.
                limits.Allow(left, limits.Leaf.Sum - left, counts.IsEmpty ? -1 : 0, out var counted);
                best = new SplitCandidate
                {
                    Feature = feature, Gain = more, Code = code, MissingLeft = missingLeft == 1, MissingSeen = missing != 0, Left = left, Counted = counted,
                };
            }
        }

        return best;
    }

    private static (int Code, double Gain) Slow(
        int monotone, ReadOnlySpan<long> bins, ReadOnlySpan<int> counts, long left, int missingLeft, in LeafGain gain, in SplitLimits limits)
    {
        var (best, most) = (-1, double.NegativeInfinity);
        var leftRows = counts.IsEmpty ? -1 : missingLeft * counts[bins.Length];
        for (var code = 0; code < bins.Length; code++)
        {
            left += bins[code];
            leftRows += counts.IsEmpty ? 0 : counts[code];
            var right = limits.Leaf.Sum - left;
            if (limits.Allow(left, right, leftRows, out _) && Keeps(monotone, left, right, gain))
            {
                var more = gain.Score(left, gain.L2) + gain.Score(right, gain.L2) - limits.Parent;
                (best, most) = more > most ? (code, more) : (best, most);
            }
        }

        return (best, most);
    }

    private static bool Keeps(int monotone, long left, long right, in LeafGain gain) =>
        monotone == 0 || monotone * (gain.Output(right, gain.L2) - gain.Output(left, gain.L2)) >= 0;
}
