namespace Recommender.Ingest.Generation;

/// <summary>When people shop: days of the week, hours, and gaps between orders, as measured in the real sample.</summary>
internal static class Calendar
{
    /// <summary>The largest gap; it means 30 days or more.</summary>
    internal const int LongestGap = 30;

    private const double UsualHourShare = 0.25;
    private const double UsualHourSpread = 1.6;
    private const double UsualDayPull = 1.25;
    private const double SteepestTilt = 1.2;
    private const int TiltSteps = 481;

    private static readonly double[] Days = [.1735, .163, .1393, .1404, .1236, .1301, .13];

    private static readonly double[] Hours =
        [.0055, .0032, .0016, .0008, .0014, .0021, .0088, .0241, .0505, .0765, .0900, .0850, .0815, .0821, .0843, .0880, .0765,
            .0670, .0500, .0410, .0275, .0200, .0165, .0094];

    private static readonly double[] Gaps =
        [.0206, .0498, .0624, .0748, .0737, .0693, .0783, .1012, .0548, .0365, .0289, .0261, .0225, .0234, .0308, .0205, .0140,
            .0130, .0115, .0095, .0120, .0140, .0101, .0070, .0060, .0060, .0055, .0061, .0080, .0058, .0996];

    /// <summary>Exponential tilts of <see cref="Gaps"/>, weight(g) * exp(-tilt * g), by falling mean.</summary>
    private static readonly double[][] TiltedGaps = Enumerable.Range(0, TiltSteps).Select(Tilted).ToArray();

    private static readonly double[] TiltedMeans =
        TiltedGaps.Select(w => w.Select((x, g) => x * g).Sum() / w.Sum()).ToArray();

    internal static int DrawDay(ref SplitMix64 random) => Draw.Weighted(ref random, Days);

    internal static int DrawHour(ref SplitMix64 random) => Draw.Weighted(ref random, Hours);

    /// <summary>An hour near the user's usual one or as everybody's.</summary>
    internal static int DrawHour(int usual, ref SplitMix64 random) =>
        random.NextDouble() < UsualHourShare
            ? Math.Clamp((int)Math.Round(usual + (UsualHourSpread * Draw.Normal(ref random))), 0, 23)
            : DrawHour(ref random);

    /// <summary>The gap weights whose mean is nearest to <paramref name="meanDays"/>.</summary>
    internal static ReadOnlySpan<double> GapsWithMean(double meanDays)
    {
        var (low, high) = (0, TiltSteps - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = TiltedMeans[middle] > meanDays ? (middle + 1, high) : (low, middle);
        }

        return TiltedGaps[low];
    }

    /// <summary>Days since an order on <paramref name="day"/>, a little oftener to the user's usual day.</summary>
    internal static int DrawGap(ReadOnlySpan<double> gaps, int day, int usualDay, ref SplitMix64 random)
    {
        Span<double> weights = stackalloc double[LongestGap + 1];
        for (var gap = 0; gap < LongestGap; gap++)
        {
            var next = (day + gap) % 7;
            weights[gap] = gaps[gap] * Days[next] * (next == usualDay ? 7 * UsualDayPull : 7);
        }

        weights[LongestGap] = gaps[LongestGap];
        return Draw.Weighted(ref random, weights);
    }

    private static double[] Tilted(int step)
    {
        var tilt = SteepestTilt * ((2.0 * step / (TiltSteps - 1)) - 1);
        return Gaps.Select((share, gap) => share * Math.Exp(-tilt * gap)).ToArray();
    }
}
