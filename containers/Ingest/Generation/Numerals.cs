using System.Globalization;

namespace Recommender.Ingest.Generation;

/// <summary>Numbers as the files write them, made once: the bulk of a run is writing the same small numbers.</summary>
internal static class Numerals
{
    private static readonly string[] Plain = Make(1 << 16, "0");
    private static readonly string[] Hours = Make(24, "00");
    private static readonly string[] Gaps = Make(Calendar.LongestGap + 1, "0.0");

    internal static string Of(int value) =>
        value < Plain.Length ? Plain[value] : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Two digits: 06.</summary>
    internal static string Hour(int hour) => Hours[hour];

    /// <summary>One decimal: 7.0.</summary>
    internal static string Gap(int days) => Gaps[days];

    private static string[] Make(int count, string format) =>
        Enumerable.Range(0, count).Select(n => n.ToString(format, CultureInfo.InvariantCulture)).ToArray();
}
