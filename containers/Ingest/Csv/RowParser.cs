using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>Reads one line of a feed's file carefully: strict UTF-8, RFC 4180 quotes, exact types. A value never spans lines.</summary>
/// <param name="columns">The file's columns in order.</param>
internal sealed class RowParser(IReadOnlyList<Column> columns)
{
    // A CR within a line is text, not the end of a record.
    private static readonly CsvConfiguration OneLine = new(CultureInfo.InvariantCulture) { HasHeaderRecord = false, NewLine = "\n", BufferSize = 256, BadDataFound = null };

    /// <summary>Reads a line into the first columns of a row; they are all NULL where the line is not sound.</summary>
    /// <returns>Null where it is sound, else the reason it is not, with the value at fault.</returns>
    public string? Read(ReadOnlySpan<byte> line, DuckDbChunkWriter writer, int row)
    {
        var fault = TryRead(line, writer, row);
        for (var i = 0; fault is not null && i < columns.Count; i++)
        {
            writer.SetNull(i, row);
        }

        return fault;
    }

    private string? TryRead(ReadOnlySpan<byte> line, DuckDbChunkWriter writer, int row)
    {
        if (!System.Text.Unicode.Utf8.IsValid(line))
        {
            return RawLine.Utf8Fault(line);
        }

        if (line.Contains((byte)'"'))
        {
            return ReadQuoted(Encoding.UTF8.GetString(line), writer, row);
        }

        if (line.Count((byte)',') + 1 is var count && count != columns.Count)
        {
            return WrongCount(count);
        }

        var column = 0;
        foreach (var field in line.Split((byte)','))
        {
            if (FieldParser.Read(columns[column], line[field], writer, column, row) is { } fault)
            {
                return fault;
            }

            column++;
        }

        return null;
    }

    private string? ReadQuoted(string line, DuckDbChunkWriter writer, int row)
    {
        if (QuoteFault(line) is { } quoteFault)
        {
            return quoteFault;
        }

        using var reader = new StringReader(line);
        using var parser = new CsvParser(reader, OneLine);
        var fields = parser.Read() ? parser.Record ?? [] : [];
        if (fields.Length != columns.Count)
        {
            return WrongCount(fields.Length);
        }

        for (var i = 0; i < fields.Length; i++)
        {
            if (FieldParser.Read(columns[i], Encoding.UTF8.GetBytes(fields[i]), writer, i, row) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private string WrongCount(int count) => $"wrong column count: {count} instead of {columns.Count}";

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
}
