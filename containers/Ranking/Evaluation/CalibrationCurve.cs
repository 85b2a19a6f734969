namespace Recommender.Ranking.Evaluation;

/// <summary>Predicted probabilities beside what came, in bins of about equally many pairs.</summary>
internal static class CalibrationCurve
{
    /// <summary>Bins (20) where there are pairs enough.</summary>
    public const int MostBins = 20;

    /// <summary>Pairs of a bin at least (25), but for all pairs together.</summary>
    public const int LeastPairs = 25;

    private const double Z = 1.959963984540054; // 97.5 % of a normal distribution

    /// <summary>The bin of each pair, from 0, ascending with the probability; equal probabilities share a bin.</summary>
    public static int[] BinOfPairs(ReadOnlySpan<double> probabilities)
    {
        var keys = probabilities.ToArray();
        var order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, order);
        var bins = Math.Clamp(keys.Length / LeastPairs, 1, MostBins);
        var bin = new int[keys.Length];
        var current = 0;
        var end = EndOfShare(0, keys.Length, bins);
        for (var i = 0; i < keys.Length; i++)
        {
            // A bin ends where the next full share of the pairs does, but not between equals.
            if (i >= end && keys[i] != keys[i - 1])
            {
                current++;
                end = EndOfShare(i, keys.Length, bins);
            }

            bin[order[i]] = current;
        }

        return bin;
    }

    /// <summary>The curve of a scorer of probabilities; empty without pairs.</summary>
    public static IReadOnlyList<CalibrationBin> Of(PairReport report)
    {
        var bins = BinOfPairs(report.Scores);
        return
        [
            .. Enumerable.Range(0, bins.Length).GroupBy(pair => bins[pair]).OrderBy(bin => bin.Key).Select((bin, index) =>
            {
                var pairs = bin.ToArray();
                var came = pairs.Count(pair => report.Outcomes[pair]);
                return new CalibrationBin(
                    report.Name, index + 1, pairs.Average(pair => report.Scores[pair]), (double)came / pairs.Length, Wilson(came, pairs.Length), pairs.Length);
            }),
        ];
    }

    /// <summary>The 95 % interval of a share of which so many of so many were observed (Wilson, JASA 1927).</summary>
    public static Interval Wilson(int came, int of)
    {
        var share = (double)came / of;
        var centre = (share + (Z * Z / (2 * of))) / (1 + (Z * Z / of));
        var half = Z / (1 + (Z * Z / of)) * Math.Sqrt((share * (1 - share) / of) + (Z * Z / (4.0 * of * of)));
        return new Interval(centre - half, centre + half).Within(0, 1);
    }

    /// <summary>Where the share of the pairs that pair i is in ends: the least multiple of count/bins above i, rounded up.</summary>
    private static int EndOfShare(int i, int count, int bins)
    {
        var share = (long)i * bins / Math.Max(count, 1);
        return (int)((((share + 1) * count) + bins - 1) / bins);
    }
}
