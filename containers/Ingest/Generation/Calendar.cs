namespace Recommender.Ingest.Generation;

/// <summary>When people shop: days of the week, hours, and gaps between orders, as measured in the real sample.</summary>
internal static class Calendar
{
    /// <summary>The largest gap; it means 30 days or more.</summary>
    internal const int LongestGap = 30;

    private const double UsualHourPull = 5;
    private const double UsualHourSpread = 2.0;
    private const double UsualDayPull = 1.25;
    private const double SteepestTilt = 1.2;
    private const int TiltSteps = 481;

    private static readonly double[] Days = [.1735, .163, .1393, .1404, .1236, .1301, .13];

    /// <summary>Weights of the hours whose pulls to users' usual hours, mixed over users, give the measured shares.</summary>
    private static readonly double[] Hours =
        [.0109, .0062, .0031, .0015, .0026, .0035, .0126, .0295, .0542, .0749, .0857, .0773, .0741, .0751, .0774, .0833, .0721,
            .0663, .0507, .0446, .0315, .0250, .0231, .0148];

    /// <summary>Weights of 0..30 days whose tilts, mixed over users, give the shares measured in the sample.</summary>
    private static readonly double[] Gaps =
        [.0141, .0406, .0586, .0786, .0843, .0844, .0995, .1319, .0722, .0479, .0374, .0330, .0268, .0275, .0344, .0235,
            .0132, .0124, .0103, .0065, .0091, .0088, .0061, .0037, .0028, .0027, .0020, .0021, .0024, .0014, .0216];

    private static readonly double[][] HoursNear = Enumerable.Range(0, 24).Select(Near).ToArray();

    /// <summary>Exponential tilts of <see cref="Gaps"/>, weight(g) * exp(-tilt * g), by falling mean.</summary>
    private static readonly double[][] TiltedGaps = Enumerable.Range(0, TiltSteps).Select(Tilted).ToArray();

    private static readonly double[] TiltedMeans =
        TiltedGaps.Select(w => w.Select((x, g) => x * g).Sum() / w.Sum()).ToArray();

    internal static int DrawDay(ref SplitMix64 random) => Draw.Weighted(ref random, Days);

    internal static int DrawHour(ref SplitMix64 random) => Draw.Weighted(ref random, Hours);

    /// <summary>An hour as everybody's, oftener near the user's usual one.</summary>
    internal static int DrawHour(int usual, ref SplitMix64 random) => Draw.Weighted(ref random, HoursNear[usual]);

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

    private static double[] Near(int usual) =>
        Hours.Select((share, hour) => share * (1 + (UsualHourPull * Math.Exp(-0.5 * Math.Pow((hour - usual) / UsualHourSpread, 2)))))
            .ToArray();

    private static double[] Tilted(int step)
    {
        var tilt = SteepestTilt * ((2.0 * step / (TiltSteps - 1)) - 1);
        return Gaps.Select((share, gap) => share * Math.Exp(-tilt * gap)).ToArray();
    }
}
