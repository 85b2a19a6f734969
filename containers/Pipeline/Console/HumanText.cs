using System.Globalization;

namespace Recommender.Pipeline.Console;

/// <summary>Numbers, times and ages as people read them.</summary>
internal static class HumanText
{
    /// <summary>A count, <c>15,000,000</c>.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A rate, <c>3.1 M rows/s</c>.</summary>
    public static string Rate(double rowsPerSecond) => rowsPerSecond switch
    {
        >= 999_500 => string.Create(CultureInfo.InvariantCulture, $"{rowsPerSecond / 1e6:0.0} M rows/s"),
        >= 9_950 => string.Create(CultureInfo.InvariantCulture, $"{rowsPerSecond / 1e3:0} k rows/s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{rowsPerSecond:0} rows/s"),
    };

    /// <summary>A span of time in its largest one or two units, <c>3 min 20 s</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => "< 1 s",
        { TotalMinutes: < 1 } => $"{(int)span.TotalSeconds} s",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min {span.Seconds} s",
        { TotalDays: < 1 } => $"{(int)span.TotalHours} h {span.Minutes} min",
        _ => $"{(int)span.TotalDays} d {span.Hours} h",
    };

    /// <summary>How long ago, in its largest unit, <c>5 min ago</c>.</summary>
    public static string Age(DateTimeOffset then, DateTimeOffset now) => (now - then) switch
    {
        { TotalSeconds: < 0 } => "in the future",
        { TotalSeconds: < 60 } => "just now",
        { TotalMinutes: < 60 } span => $"{(int)span.TotalMinutes} min ago",
        { TotalHours: < 48 } span => $"{(int)span.TotalHours} h ago",
        var span => $"{(int)span.TotalDays} d ago",
    };

    /// <summary>Seconds with two decimals.</summary>
    public static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A share or mean with four decimals, as metrics are read.</summary>
    public static string Metric(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>A number of things: <c>1 row</c>, <c>2 rows</c>.</summary>
    public static string Of(long number, string thing) => $"{Count(number)} {thing}{(number == 1 ? "" : "s")}";
}
