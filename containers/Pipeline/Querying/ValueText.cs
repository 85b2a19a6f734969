using System.Collections;
using System.Globalization;
using System.Numerics;
using Recommender.Lake.DuckDb;

namespace Recommender.Pipeline.Querying;

/// <summary>Values of a query as text.</summary>
internal static class ValueText
{
    /// <summary>A value as a table or a CSV file shows it; "" for NULL.</summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFK", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        DuckDbInterval interval => $"{interval.Months} months {interval.Days} days {interval.Microseconds} us",
        string text => text,
        IDictionary pairs => $"{{{string.Join(", ", pairs.Keys.Cast<object>().Select(key => $"{Of(key)}: {Element(pairs[key])}"))}}}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Element))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether a column of a type, as SQL writes it, holds numbers.</summary>
    public static bool IsNumber(string type) => type.Split('(', ' ')[0] is "tinyint" or "smallint" or "integer" or "int" or "bigint" or "hugeint"
        or "utinyint" or "usmallint" or "uinteger" or "ubigint" or "uhugeint" or "float" or "real" or "double" or "decimal";

    /// <summary>A boxed number as JSON writes it, or null where it is none (or not a finite one).</summary>
    public static string? JsonNumber(object value) => value switch
    {
        double number when !double.IsFinite(number) => null,
        float number when !float.IsFinite(number) => null,
        sbyte or short or int or long or byte or ushort or uint or ulong or float or double or decimal or BigInteger => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Element(object? value) => value is null ? "NULL" : Of(value);
}
