using System.Globalization;

namespace Recommender.Lake.Athena;

/// <summary>Reads the values of results, which come as text.</summary>
internal static class AthenaValue
{
    /// <summary>A value by its column's type; null for NULL, the text itself for types that are not read.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="type">The type as Athena names it, such as <c>bigint</c>.</param>
    /// <exception cref="FormatException">The text is no value of the type.</exception>
    public static object? Read(string? text, string type) => text is null ? null : type switch
    {
        "bigint" => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        "integer" or "int" or "smallint" or "tinyint" => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        // .NET writes and reads NaN, Infinity and -Infinity as Java does.
        "double" or "float" or "real" => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        "decimal" => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture),
        "boolean" => bool.Parse(text),
        "date" => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        "timestamp" => DateTime.ParseExact(
            text, "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        _ => text,
    };
}
