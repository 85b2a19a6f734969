using System.Globalization;

namespace Recommender.Pipeline.Console;

/// <summary>Spans of time as people write them on a command line.</summary>
internal static class Durations
{
    private const double MostDays = 36_500;

    /// <summary>Reads <c>90s</c>, <c>30min</c> (or <c>30m</c>), <c>2h</c> or <c>7d</c>; up to 36,500 days.</summary>
    public static bool TryParse(string text, out TimeSpan span)
    {
        span = TimeSpan.Zero;
        var trimmed = text.Trim();
        var digits = trimmed.TakeWhile(character => char.IsAsciiDigit(character) || character == '.').Count();
        double? unit = trimmed[digits..].Trim() switch
        {
            "s" => 1,
            "min" or "m" => 60,
            "h" => 3600,
            "d" => 86400,
            _ => null,
        };
        if (unit is null || !double.TryParse(trimmed.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number * unit > MostDays * 86400)
        {
            return false;
        }

        span = TimeSpan.FromSeconds(number * unit.Value);
        return true;
    }
}
