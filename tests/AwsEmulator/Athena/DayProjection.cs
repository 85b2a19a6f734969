using System.Globalization;
using System.Text.RegularExpressions;
using Recommender.AwsEmulator.Glue;

namespace Recommender.AwsEmulator.Athena;

/// <summary>
/// The partitions of a table by day as its parameters tell them (Athena user guide, "Partition projection", type date): a file is seen where
/// it lies at the template's place of a day in the range.
/// </summary>
internal sealed partial class DayProjection
{
    private const string Format = "yyyy-MM-dd";

    private readonly Regex _pattern;
    private readonly DateOnly _first;
    private readonly DateOnly _last;

    private DayProjection(GlueColumn day, string template, string range, DateOnly today)
    {
        Day = day;
        var place = S3Place.Parse(template) ?? throw Wrong($"the location template '{template}' is no place on S3");
        var mark = $"${{{day.Name}}}";
        if (!template.Contains($"{day.Name}={mark}/", StringComparison.Ordinal))
        {
            throw Wrong($"the emulator reads templates that hold {day.Name}={mark}/ only, not '{template}'");
        }

        Prefix = place with { Key = place.Key[..place.Key.IndexOf(mark, StringComparison.Ordinal)] };
        _pattern = new Regex($@"\A{Regex.Escape(place.AsFolder().Key).Replace(Regex.Escape(mark), @"(?<day>\d{4}-\d{2}-\d{2})", StringComparison.Ordinal)}(?<file>.+)\z");
        var ends = range.Split(',');
        if (ends.Length != 2)
        {
            throw Wrong($"the range '{range}' is not FIRST,LAST");
        }

        (_first, _last) = (Bound(ends[0], today), Bound(ends[1], today));
    }

    /// <summary>The partition column.</summary>
    public GlueColumn Day { get; }

    /// <summary>What all its files' keys begin with.</summary>
    public S3Place Prefix { get; }

    /// <summary>Reads a table's parameters.</summary>
    /// <param name="table">The table.</param>
    /// <param name="today">The day that NOW is in, UTC.</param>
    /// <returns>Null where the table has no projection.</returns>
    /// <exception cref="QueryFailedException">They are wrong, or of a kind that is not emulated.</exception>
    public static DayProjection? Of(GlueTable table, DateOnly today)
    {
        if (!"true".Equals(table.Parameter("projection.enabled"), StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var day = table.PartitionKeys.Count == 1 ? table.PartitionKeys[0] : throw Wrong($"the emulator projects one partition column, and {table.Name} has {table.PartitionKeys.Count}");
        var type = table.Parameter($"projection.{day.Name}.type");
        var format = table.Parameter($"projection.{day.Name}.format");
        var range = table.Parameter($"projection.{day.Name}.range");
        if (type is null || range is null)
        {
            throw Wrong($"Table {table.Database}.{table.Name} is configured for partition projection, but the following partition columns are missing projection configuration: [{day.Name}]");
        }

        if (type != "date" || format != Format || day.Type != "date")
        {
            throw Wrong($"the emulator projects a date column with the format {Format} only, and {day.Name} is of type {day.Type} with {type} and {format}");
        }

        return new(day, table.Parameter("storage.location.template") ?? $"{table.Location.TrimEnd('/')}/{day.Name}=${{{day.Name}}}/", range, today);
    }

    /// <summary>The path of a key below its partition; null where no partition has it.</summary>
    public string? Below(string key)
    {
        var match = _pattern.Match(key);
        return match.Success
            && DateOnly.TryParseExact(match.Groups["day"].Value, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= _first && day <= _last
            ? match.Groups["file"].Value
            : null;
    }

    private static DateOnly Bound(string text, DateOnly today)
    {
        var relative = Relative().Match(text.Trim());
        if (!relative.Success)
        {
            return DateOnly.TryParseExact(text.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw Wrong($"'{text}' is no day of a range");
        }

        if (!relative.Groups["count"].Success)
        {
            return today;
        }

        var count = int.Parse(relative.Groups["sign"].Value + relative.Groups["count"].Value, CultureInfo.InvariantCulture);
        return relative.Groups["unit"].Value switch
        {
            "DAY" => today.AddDays(count),
            "WEEK" => today.AddDays(7 * count),
            "MONTH" => today.AddMonths(count),
            _ => today.AddYears(count),
        };
    }

    private static QueryFailedException Wrong(string why) => QueryFailedException.Syntax($"INVALID_TABLE_PROPERTY: {why}");

    [GeneratedRegex(@"\ANOW(?:(?<sign>[+-])(?<count>\d{1,5})(?<unit>DAY|WEEK|MONTH|YEAR)S?)?\z")]
    private static partial Regex Relative();
}
