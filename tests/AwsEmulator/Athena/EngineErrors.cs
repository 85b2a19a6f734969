using System.Text.RegularExpressions;
using Recommender.Lake.DuckDb;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Says the embedded engine's errors as Athena says them.</summary>
internal static partial class EngineErrors
{
    private static readonly Dictionary<string, string> _types = new()
    {
        ["INT8"] = "TINYINT",
        ["INT16"] = "SMALLINT",
        ["INT32"] = "INT",
        ["INT64"] = "BIGINT",
        ["DOUBLE"] = "DOUBLE",
        ["BOOL"] = "BOOLEAN",
    };

    /// <summary>Translates.</summary>
    /// <param name="error">The engine's error.</param>
    /// <param name="statement">The statement that made it.</param>
    public static QueryFailedException Translate(DuckDbException error, AthenaStatement statement)
    {
        var message = error.Message;
        var place = Place(message, statement);
        var first = message.Split('\n')[0];
        return error.Kind switch
        {
            DuckDbErrorKind.OutOfMemory => new("Query exhausted resources at this scale factor", AthenaError.Resources),
            DuckDbErrorKind.IO => new($"HIVE_CANNOT_OPEN_SPLIT: Error opening Hive split: {first}", AthenaError.Internal),
            DuckDbErrorKind.Binder => Unresolved(message, place),
            DuckDbErrorKind.Catalog when MissingFunction().Match(message) is { Success: true } function =>
                QueryFailedException.Syntax($"NOT_SUPPORTED: {place}: the emulator has no function '{function.Groups["name"].Value}'"),
            DuckDbErrorKind.InvalidInput or DuckDbErrorKind.OutOfRange or DuckDbErrorKind.Conversion or DuckDbErrorKind.DivideByZero => Data(first),
            DuckDbErrorKind.Parser or DuckDbErrorKind.Syntax => QueryFailedException.Syntax($"SYNTAX_ERROR: {place}: {first}"),
            _ => new($"GENERIC_INTERNAL_ERROR: {first}", AthenaError.Internal),
        };
    }

    private static QueryFailedException Unresolved(string message, string place)
    {
        if (MissingColumn().Match(message) is { Success: true } column)
        {
            return QueryFailedException.Syntax($"COLUMN_NOT_FOUND: {place}: Column '{column.Groups["name"].Value}' cannot be resolved or requester is not authorized to access requested resources");
        }

        if (NotGrouped().Match(message) is { Success: true } grouped)
        {
            return QueryFailedException.Syntax($"EXPRESSION_NOT_AGGREGATE: {place}: '{grouped.Groups["name"].Value}' must be an aggregate expression or appear in GROUP BY clause");
        }

        if (Ambiguous().Match(message) is { Success: true } twice)
        {
            return QueryFailedException.Syntax($"AMBIGUOUS_NAME: {place}: Column '{twice.Groups["name"].Value}' is ambiguous");
        }

        var first = message.Split('\n')[0].Replace("Binder Error: ", "", StringComparison.Ordinal);
        return QueryFailedException.Syntax($"{(Mismatch().IsMatch(message) ? "TYPE_MISMATCH" : "SYNTAX_ERROR")}: {place}: {first}");
    }

    private static QueryFailedException Data(string first)
    {
        // What the macros report is in Trino's words already.
        if (Reported().Match(first) is { Success: true } reported)
        {
            return QueryFailedException.Value(reported.Groups["text"].Value);
        }

        if (BadText().Match(first) is { Success: true } text)
        {
            return QueryFailedException.Value($"INVALID_CAST_ARGUMENT: Cannot cast '{text.Groups["value"].Value}' to {Named(text)}");
        }

        if (TooLarge().Match(first) is { Success: true } large)
        {
            return QueryFailedException.Value($"INVALID_CAST_ARGUMENT: Out of range for {Named(large).ToLowerInvariant()}: {large.Groups["value"].Value}");
        }

        if (first.Contains("Overflow", StringComparison.OrdinalIgnoreCase))
        {
            return QueryFailedException.Value($"NUMERIC_VALUE_OUT_OF_RANGE: {first}");
        }

        return first.Contains("More than one row", StringComparison.OrdinalIgnoreCase)
            ? QueryFailedException.Value("SUBQUERY_MULTIPLE_ROWS: Scalar sub-query has returned multiple rows")
            : QueryFailedException.Value($"INVALID_FUNCTION_ARGUMENT: {first}");
    }

    private static string Named(Match match) => _types.GetValueOrDefault(match.Groups["type"].Value, match.Groups["type"].Value);

    // The engine shows a part of the line and a caret below it.
    private static string Place(string message, AthenaStatement statement)
    {
        var shown = Caret().Match(message);
        if (!shown.Success)
        {
            return SqlPlace.Of(statement.Sql, statement.Query);
        }

        var line = int.Parse(shown.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture);
        var text = shown.Groups["text"].Value;
        var column = shown.Groups["caret"].Length - shown.Groups["head"].Length;
        var part = text.Trim('.');
        var start = Start(statement.QueryText, line);
        var end = statement.QueryText.IndexOf('\n', start);
        var found = statement.QueryText.IndexOf(part, start, (end < 0 ? statement.QueryText.Length : end) - start, StringComparison.Ordinal);
        var cut = text.Length - text.TrimStart('.').Length;
        return SqlPlace.Of(statement.Sql, statement.Query + Math.Max(start, found) + Math.Max(0, column - cut));
    }

    private static int Start(string text, int line)
    {
        var start = 0;
        for (var at = 1; at < line; at++)
        {
            start = text.IndexOf('\n', start) + 1;
        }

        return start;
    }

    [GeneratedRegex(@"(?<head>LINE (?<line>\d+): )(?<text>[^\n]*)\n(?<caret> *)\^")]
    private static partial Regex Caret();

    [GeneratedRegex(@"(?:Referenced column ""(?<name>[^""]+)"" not found|does not have a column named ""(?<name>[^""]+)""|Referenced table ""(?<name>[^""]+)"" not found|column (?<name>\w+) does not exist)", RegexOptions.IgnoreCase)]
    private static partial Regex MissingColumn();

    [GeneratedRegex(@"column ""(?<name>[^""]+)"" must appear in the GROUP BY clause")]
    private static partial Regex NotGrouped();

    [GeneratedRegex(@"Ambiguous reference to column name ""(?<name>[^""]+)""")]
    private static partial Regex Ambiguous();

    [GeneratedRegex("No function matches|Cannot compare values|Cannot mix values|Cannot cast|type mismatch|Unimplemented type for cast", RegexOptions.IgnoreCase)]
    private static partial Regex Mismatch();

    [GeneratedRegex(@"Function with name ""?(?<name>\w+)")]
    private static partial Regex MissingFunction();

    [GeneratedRegex(@"\AInvalid Input Error: (?<text>[A-Z_]+: .*)\z")]
    private static partial Regex Reported();

    [GeneratedRegex(@"Could not convert string ['""](?<value>.*)['""] to (?<type>\w+)")]
    private static partial Regex BadText();

    [GeneratedRegex(@"with value (?<value>\S+) can't be cast because the value is out of range for the destination type (?<type>\w+)")]
    private static partial Regex TooLarge();
}
