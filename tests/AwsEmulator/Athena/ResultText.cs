using System.Collections;
using System.Globalization;
using System.Numerics;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Values as Athena writes them into results.</summary>
internal static class ResultText
{
    /// <summary>The text of a value; null for NULL.</summary>
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => JavaDouble.Text(number),
        float number => JavaDouble.Text(number),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Utc } moment => moment.ToString("yyyy-MM-dd HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
        byte[] bytes => string.Join(' ', bytes.Select(octet => octet.ToString("x2", CultureInfo.InvariantCulture))),
        object?[] list => $"[{string.Join(", ", list.Select(Inner))}]",
        Dictionary<string, object?> row => $"{{{string.Join(", ", row.Select(field => $"{field.Key}={Inner(field.Value)}"))}}}",
        IDictionary map => $"{{{string.Join(", ", map.Cast<DictionaryEntry>().Select(entry => $"{Inner(entry.Key)}={Inner(entry.Value)}"))}}}",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Inner(object? value) => Of(value) ?? "null";
}
