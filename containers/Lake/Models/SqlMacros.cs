namespace Recommender.Lake.Models;

/// <summary>
/// The few places where the engines' SQL differs, or where one formula serves several models. A model calls a macro as
/// <c>@name(argument, …)</c>; everything else in a model is the portable core that both engines read alike.
/// </summary>
internal static class SqlMacros
{
    /// <summary>The users whose bucket (0 to 99) is below this are test users; the others fit.</summary>
    public const int TestBuckets = 50;

    /// <summary>Renders one call.</summary>
    /// <exception cref="FormatException">No such macro, or the wrong number of arguments.</exception>
    public static string Expand(string name, IReadOnlyList<string> arguments, SqlDialect dialect, DayRange? days) => (name, arguments.Count) switch
    {
        ("user_bucket", 1) => UserBucket($"mod({arguments[0]}, 4294967296)"),
        ("user_split", 1) => $"case when {Expand("user_bucket", arguments, dialect, days)} < {TestBuckets} then 'test' else 'fit' end",
        ("days_between", 2) => $"cast(date_diff('day', {arguments[0]}, {arguments[1]}) as integer)",
        ("iso_day_of_week", 1) => dialect == SqlDialect.DuckDb ? $"cast(isodow({arguments[0]}) as integer)" : $"cast(day_of_week({arguments[0]}) as integer)",
        // Both give 2.0 and 9.5; between 0.001 and 10,000,000 they never differ. For messages, never for keys.
        ("double_text", 1) => dialect == SqlDialect.DuckDb ? $"cast({arguments[0]} as varchar)" : $"json_format(cast({arguments[0]} as json))",
        ("csv_text", 1) => CsvText(arguments[0]),
        ("in_days", 1) when days is not null =>
            $"{arguments[0]} between date '{DayRange.Text(days.First)}' and date '{DayRange.Text(days.Last)}'",
        ("in_days", 1) => throw new FormatException("@in_days(…) was rendered without a range of days: the table declares no day partition"),
        _ => throw new FormatException($"no macro @{name} takes {arguments.Count} argument(s)"),
    };

    // Knuth's multiplicative hash, mod(id × 2654435761, 2^32). The factor is taken in halves (40503 × 65536 + 31153), so that
    // whole numbers stay below 2^49 and both engines agree to the bit for every id that is not negative.
    private static string UserBucket(string low) =>
        $"cast(floor(cast(mod({low} * 31153 + mod({low} * 40503, 65536) * 65536, 4294967296) * 100 as double) / 4294967296.0) as integer)";

    // A field as CSV (RFC 4180) writes it: nothing for NULL, quotes around text that holds a comma, a quote or a line break.
    private static string CsvText(string value) =>
        $"coalesce(case when strpos({value}, ',') > 0 or strpos({value}, '\"') > 0 or strpos({value}, chr(10)) > 0 or strpos({value}, chr(13)) > 0"
        + $" then '\"' || replace({value}, '\"', '\"\"') || '\"' else {value} end, '')";
}
