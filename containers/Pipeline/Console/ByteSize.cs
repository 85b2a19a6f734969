using System.Globalization;

namespace Recommender.Pipeline.Console;

/// <summary>Sizes in bytes as people write them.</summary>
internal static class ByteSize
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB"];

    private static readonly Dictionary<string, double> Factors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["B"] = 1,
        ["KB"] = 1e3,
        ["MB"] = 1e6,
        ["GB"] = 1e9,
        ["TB"] = 1e12,
        ["KiB"] = 1L << 10,
        ["MiB"] = 1L << 20,
        ["GiB"] = 1L << 30,
        ["TiB"] = 1L << 40,
    };

    /// <summary>Reads a size such as <c>2GiB</c>, <c>512MB</c> or <c>1.5 GiB</c>; a unit is needed.</summary>
    /// <returns>Whether the text is a size that fits 64 bits.</returns>
    public static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        var trimmed = text.Trim();
        var digits = trimmed.TakeWhile(character => char.IsAsciiDigit(character) || character == '.').Count();
        if (!double.TryParse(trimmed.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || !Factors.TryGetValue(trimmed[digits..].Trim(), out var factor)
            || number * factor >= long.MaxValue)
        {
            return false;
        }

        bytes = (long)(number * factor);
        return true;
    }

    /// <summary>Writes a size with three digits at most, such as <c>1.5 GiB</c>.</summary>
    public static string Text(long bytes)
    {
        var unit = 0;
        var number = (double)bytes;
        for (; number >= 999.5 && unit < Units.Length - 1; unit++)
        {
            number /= 1024;
        }

        var format = unit == 0 || number >= 99.5 ? "0" : number >= 9.95 ? "0.#" : "0.##";
        return $"{number.ToString(format, CultureInfo.InvariantCulture)} {Units[unit]}";
    }
}
