using Recommender.Lake.DuckDb;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>Reads rows one by one into two staging tables: those that are sound, and those that are not, with their reason.</summary>
/// <param name="source">The file.</param>
/// <param name="columns">Its columns.</param>
/// <param name="connection">The connection that owns the staging tables.</param>
internal sealed class CarefulReader(CsvSource source, IReadOnlyList<Column> columns, DuckDbConnection connection)
{
    /// <summary>Reads the whole file, or some lines of it.</summary>
    /// <param name="kept">The staging table for sound rows: the file's columns and <c>source_line</c>.</param>
    /// <param name="refused">The staging table for the others: reason, line, text.</param>
    /// <param name="only">The lines to read, ascending; null for all.</param>
    /// <param name="rowsRead">Takes the number of rows read so far.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Read(string kept, string refused, IReadOnlyCollection<long>? only, IProgress<long>? rowsRead, CancellationToken cancellationToken)
    {
        using var stream = source.OpenText();
        var lines = new LineReader(stream);
        var parser = new RowParser(columns);
        using var sound = connection.Append("main", kept, "temp");
        using var faulty = connection.Append("main", refused, "temp");
        var row = new object?[columns.Count + 1];
        using var wanted = only?.GetEnumerator();
        var next = wanted is null ? 0 : Next(wanted);
        long count = 0;
        lines.TryRead(out _);
        while (next != long.MaxValue && lines.TryRead(out var line))
        {
            if (line.IsEmpty || (wanted is not null && lines.LineNumber < next))
            {
                continue;
            }

            next = wanted is null ? 0 : Next(wanted);
            if (parser.Read(line) is { } reason)
            {
                faulty.AppendRow(reason, lines.LineNumber, RowParser.RawText(line));
            }
            else
            {
                parser.Values.CopyTo(row, 0);
                row[^1] = lines.LineNumber;
                sound.AppendRow(row);
            }

            if ((++count & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rowsRead?.Report(count);
            }
        }

        sound.Complete();
        faulty.Complete();
    }

    private static long Next(IEnumerator<long> wanted) => wanted.MoveNext() ? wanted.Current : long.MaxValue;
}
