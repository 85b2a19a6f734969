namespace Recommender.Ranking.Trees;

/// <summary>
/// What trees' values are rounded to: multiples of 2^-32, at most 2^10 (1,024) in size. A double holds any sum of up to 2^11 of
/// them exactly (53 bits), and of far more that are as small as leaves are, so margins do not depend on the order of summing,
/// and contributions add up to the margin to the last bit.
/// </summary>
internal static class ValueGrid
{
    private const double Step = 1.0 / (1L << 32);
    private const double Most = 1024;

    /// <summary>The nearest multiple; it keeps order.</summary>
    public static double Round(double value) => Math.Round(Math.Clamp(value, -Most, Most) / Step) * Step;

    /// <summary>The multiple as a whole number.</summary>
    public static long ToWhole(double value) => (long)(value / Step);

    /// <summary>Back from the whole number.</summary>
    public static double FromWhole(long whole) => whole * Step;

    /// <summary>Whether a value is one that <see cref="Round"/> gives.</summary>
    public static bool Holds(double value) => Math.Abs(value) <= Most && Math.Round(value / Step) * Step == value;
}
