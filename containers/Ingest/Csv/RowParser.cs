using System.Text;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>Reads one line of a feed's file carefully: strict UTF-8, RFC 4180 quotes, exact types. A value never spans lines.</summary>
/// <param name="columns">The file's columns in order.</param>
internal sealed class RowParser(IReadOnlyList<Column> columns)
{
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
            return ReadQuoted(line, writer, row);
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

    /// <summary>
    /// A field is quoted where its first character is a quote; quotes elsewhere in it are doubled. In a field that does not
    /// start with one, a quote is text.
    /// </summary>
    private string? ReadQuoted(ReadOnlySpan<byte> line, DuckDbChunkWriter writer, int row)
    {
        string? fault = null;
        var column = 0;
        for (int at = 0, end; at <= line.Length; at = end + 1)
        {
            ReadOnlySpan<byte> field;
            if (at < line.Length && line[at] == '"')
            {
                var close = ClosingQuote(line, at + 1, out var hasQuotes);
                end = close + 1;
                if (close < 0 || (end < line.Length && line[end] != ','))
                {
                    return close < 0 ? $"unterminated quote in column {column + 1}" : $"text behind the closing quote in column {column + 1}";
                }

                field = line[(at + 1)..close];
                field = hasQuotes ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(field).Replace("\"\"", "\"", StringComparison.Ordinal)) : field;
            }
            else
            {
                var comma = line[at..].IndexOf((byte)',');
                end = comma < 0 ? line.Length : at + comma;
                field = line[at..end];
            }

            // What is wrong with a value counts only in a line whose fields are right.
            fault ??= column < columns.Count ? FieldParser.Read(columns[column], field, writer, column, row) : null;
            column++;
        }

        return column == columns.Count ? fault : WrongCount(column);
    }

    private static int ClosingQuote(ReadOnlySpan<byte> line, int at, out bool hasQuotes)
    {
        hasQuotes = false;
        while (true)
        {
            var quote = line[at..].IndexOf((byte)'"');
            if (quote < 0)
            {
                return -1;
            }

            at += quote;
            if (at + 1 >= line.Length || line[at + 1] != '"')
            {
                return at;
            }

            hasQuotes = true;
            at += 2;
        }
    }

    private string WrongCount(int count) => $"wrong column count: {count} instead of {columns.Count}";
}
