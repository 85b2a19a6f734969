namespace Recommender.Ingest.Generation;

/// <summary>
/// How popularity falls with rank: log-log interpolation between points measured over the 1.38 million lines of the
/// original train orders. Flatter than Zipf's 1/rank up to
/// rank 1,000, steeper from 10,000. The last point is extrapolated: a third of the catalogue is too rare to measure there.
/// </summary>
internal static class PopularityCurve
{
    private static readonly double[] Ranks = [1, 2, 3, 5, 10, 20, 50, 100, 300, 1000, 3000, 10000, 20000, 30000, 49688];

    /// <summary>Share of first purchases (lines with reordered = 0) of the product at each of <see cref="Ranks"/>.</summary>
    private static readonly double[] FirstPurchases =
        [.00412, .00398, .0039, .00324, .00254, .00213, .001276, .000819, .000408, .000173, 6.66e-5, 1.62e-5, 5.4e-6, 1.8e-6, 2e-7];

    /// <summary>Share of all lines of the product at each of <see cref="Ranks"/>.</summary>
    private static readonly double[] Lines =
        [.01352, .01118, .00787, .00588, .00401, .00276, .00169, .000976, .000436, .000167, 5.85e-5, 1.23e-5, 3.6e-6, 1.4e-6, 1.4e-7];

    /// <summary>Relative weight among first purchases at a rank from 1.</summary>
    internal static double FirstPurchase(int rank) => At(FirstPurchases, rank);

    /// <summary>How often products of this rank are bought per first purchase, relative to the average product.</summary>
    internal static double Repeats(int rank) => At(Lines, rank) / At(FirstPurchases, rank);

    private static double At(double[] values, int rank)
    {
        var i = Array.BinarySearch(Ranks, rank);
        i = Math.Min(Ranks.Length - 1, i < 0 ? ~i : Math.Max(i, 1));
        var slope = Math.Log(values[i] / values[i - 1]) / Math.Log(Ranks[i] / Ranks[i - 1]);
        return values[i] * Math.Pow(rank / Ranks[i], slope);
    }
}
