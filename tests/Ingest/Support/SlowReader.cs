using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Tests.Support;

/// <summary>A reader that is slow and simple: what the fast ones are compared with. It knows no quotes.</summary>
internal static class SlowReader
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The lines of a file, the header first, without their ends.</summary>
    internal static IEnumerable<byte[]> Lines(byte[] bytes)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var feed = Array.IndexOf(bytes, (byte)'\n', start);
            var end = feed < 0 ? bytes.Length : feed;
            yield return bytes[start..(end > start && bytes[end - 1] == '\r' ? end - 1 : end)];
            start = end + 1;
        }
    }

    /// <summary>The sound rows as <c>value|value|…|line</c>, and the lines of the others.</summary>
    internal static (List<string> Rows, List<long> Refused) Read(byte[] bytes, IReadOnlyList<Column> columns)
    {
        List<string> rows = [];
        List<long> refused = [];
        long number = 0;
        foreach (var line in Lines(bytes))
        {
            if (++number == 1 || line.Length == 0)
            {
                continue;
            }

            if (Values(line, columns) is { } values)
            {
                rows.Add($"{values}|{number}");
            }
            else
            {
                refused.Add(number);
            }
        }

        return (rows, refused);
    }

    private static string? Values(byte[] line, IReadOnlyList<Column> columns)
    {
        string[] fields;
        try
        {
            fields = Strict.GetString(line).Split(',');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var values = fields.Zip(columns, (field, column) => Value(field, column.Type)).ToList();
        return fields.Length != columns.Count || values.Contains(null) ? null : string.Join('|', values);
    }

    private static string? Value(string field, ColumnType type)
    {
        switch (type)
        {
            case ColumnType.Varchar:
                return field;
            case ColumnType.Double when field.Length > 0:
                return Regex.IsMatch(field, @"^-?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\z", RegexOptions.ECMAScript) && double.IsFinite(double.Parse(field, CultureInfo.InvariantCulture))
                    ? double.Parse(field, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
                    : null;
            case var _ when field.Length == 0:
                return "";
            default:
                var whole = Regex.IsMatch(field, @"^-?\d+\z", RegexOptions.ECMAScript) ? System.Numerics.BigInteger.Parse(field, CultureInfo.InvariantCulture) : (System.Numerics.BigInteger?)null;
                var (least, most) = type == ColumnType.Integer ? ((long)int.MinValue, (long)int.MaxValue) : (long.MinValue, long.MaxValue);
                return whole >= least && whole <= most ? whole.ToString() : null;
        }
    }
}
