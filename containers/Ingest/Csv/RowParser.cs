using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>Reads one line of a feed's file carefully: strict UTF-8, RFC 4180 quotes, exact types. A value never spans lines.</summary>
/// <param name="columns">The file's columns in order.</param>
public sealed class RowParser(IReadOnlyList<Column> columns)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly CsvConfiguration OneLine = new(CultureInfo.InvariantCulture) { HasHeaderRecord = false, BufferSize = 256, BadDataFound = null };

    /// <summary>The values of the row read last: long, int, double, string or null, by column.</summary>
    public object?[] Values { get; } = new object?[columns.Count];

    /// <summary>Reads a line into <see cref="Values"/>.</summary>
    /// <returns>Null where it is sound, else the reason it is not, with the value at fault.</returns>
    public string? Read(ReadOnlySpan<byte> line)
    {
        Array.Clear(Values);
        string text;
        try
        {
            text = Strict.GetString(line);
        }
        catch (DecoderFallbackException error)
        {
            return $"bad UTF-8: byte {error.BytesUnknown?.FirstOrDefault():X2} at offset {error.Index}";
        }

        var hasQuotes = text.Contains('"', StringComparison.Ordinal);
        if (hasQuotes && QuoteFault(text) is { } quoteFault)
        {
            return quoteFault;
        }

        var fields = hasQuotes ? Quoted(text) : text.Split(',');
        if (fields.Length != columns.Count)
        {
            return $"wrong column count: {fields.Length} instead of {columns.Count}";
        }

        for (var i = 0; i < fields.Length; i++)
        {
            if (Parse(columns[i], fields[i], out Values[i]) is { } fault)
            {
                Array.Clear(Values);
                return fault;
            }
        }

        return null;
    }

    /// <summary>The line as text that is always valid: bytes that are no UTF-8 are written <c>\xHH</c>.</summary>
    public static string RawText(ReadOnlySpan<byte> line)
    {
        var text = new StringBuilder(line.Length);
        while (!line.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(line, out var rune, out var used) == System.Buffers.OperationStatus.Done)
            {
                text.Append(rune);
            }
            else
            {
                foreach (var bad in line[..used])
                {
                    text.Append(CultureInfo.InvariantCulture, $"\\x{bad:X2}");
                }
            }

            line = line[used..];
        }

        return text.ToString();
    }

    private static string[] Quoted(string text)
    {
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, OneLine);
        return parser.Read() ? parser.Record ?? [] : [];
    }

    /// <summary>
    /// What is wrong with a line's quotes, or null. A field is quoted where its first character is a quote; quotes elsewhere in
    /// it are doubled. In a field that does not start with one, a quote is text.
    /// </summary>
    private static string? QuoteFault(string text)
    {
        for (int at = 0, column = 1; at <= text.Length; column++)
        {
            if (at < text.Length && text[at] == '"')
            {
                for (at = text.IndexOf('"', at + 1); at >= 0 && at + 1 < text.Length && text[at + 1] == '"';)
                {
                    at = text.IndexOf('"', at + 2);
                }

                if (at < 0)
                {
                    return $"unterminated quote in column {column}";
                }

                if (at + 1 < text.Length && text[at + 1] != ',')
                {
                    return $"text behind the closing quote in column {column}";
                }
            }

            var comma = text.IndexOf(',', at);
            at = comma < 0 ? text.Length + 1 : comma + 1;
        }

        return null;
    }

    private static string? Parse(Column column, string text, out object? value)
    {
        value = null;
        if (text.Length == 0)
        {
            return null;
        }

        switch (column.Type)
        {
            case ColumnType.Varchar:
                value = text;
                return null;
            case ColumnType.Double:
                var isNumber = double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
                value = number;
                return isNumber && double.IsFinite(number) ? null : $"{column.Name}: '{text}' is not a number";
            default:
                return ParseWhole(column, text, out value);
        }
    }

    private static string? ParseWhole(Column column, string text, out object? value)
    {
        value = null;
        var digits = text.AsSpan().TrimStart('-');
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9') || text.Length - digits.Length > 1)
        {
            return $"{column.Name}: '{text}' is not a whole number";
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            || (column.Type == ColumnType.Integer && whole is < int.MinValue or > int.MaxValue))
        {
            return $"{column.Name}: {text} is out of range for {column.Type.SqlName()}";
        }

        value = column.Type == ColumnType.Integer ? (object)(int)whole : whole;
        return null;
    }
}
