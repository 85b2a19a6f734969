using Recommender.Lake.DuckDb;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>
/// Reads rows one by one into a staging table: the file's columns, <c>source_line</c>, and, for a row that is not sound,
/// <c>reject_reason</c> and <c>raw_text</c>.
/// </summary>
/// <param name="source">The file.</param>
/// <param name="columns">Its columns.</param>
/// <param name="connection">The connection that owns the staging tables.</param>
internal sealed class CarefulReader(CsvSource source, IReadOnlyList<Column> columns, DuckDbConnection connection)
{
    /// <summary>The staging table, in the connection's temp catalog.</summary>
    public const string Staging = "careful_rows";

    /// <summary>Makes the staging table, empty.</summary>
    public void Begin(CancellationToken cancellationToken)
    {
        var definition = string.Join(", ", columns.Select(column => $"{column.Name} {column.Type.SqlName()}"));
        connection.Execute($"create or replace temp table {Staging} ({definition}, source_line bigint, reject_reason varchar, raw_text varchar)", cancellationToken);
    }

    /// <summary>Reads the whole file, or some lines of it.</summary>
    /// <param name="only">The lines to read, ascending; null for all.</param>
    /// <param name="rowsRead">Takes the number of rows read so far.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Read(IReadOnlyCollection<long>? only, IProgress<long>? rowsRead, CancellationToken cancellationToken) =>
        source.Read(stream => Read(new LineReader(stream), only, rowsRead, cancellationToken));

    /// <summary>Drops the staging table.</summary>
    public void Clear() => connection.Execute($"drop table if exists {Staging}", CancellationToken.None);

    private long Read(LineReader lines, IReadOnlyCollection<long>? only, IProgress<long>? rowsRead, CancellationToken cancellationToken)
    {
        var parser = new RowParser(columns);
        using var rows = connection.Append("main", Staging, "temp");
        using var wanted = only?.GetEnumerator();
        var next = Next(wanted);
        var writer = rows.NextChunk();
        var row = 0;
        long count = 0;
        lines.TryRead(out _);
        while (next != long.MaxValue && lines.TryRead(out var line))
        {
            if (line.IsEmpty || lines.LineNumber < next)
            {
                continue;
            }

            next = Next(wanted);
            Write(parser, line, lines.LineNumber, writer, row);
            count++;
            if (++row == writer.Capacity)
            {
                writer.Commit(row);
                cancellationToken.ThrowIfCancellationRequested();
                rowsRead?.Report(count);
                writer = rows.NextChunk();
                row = 0;
            }
        }

        writer.Commit(row);
        rows.Complete();
        return count;
    }

    private void Write(RowParser parser, ReadOnlySpan<byte> line, long number, DuckDbChunkWriter writer, int row)
    {
        var at = columns.Count;
        writer.Column<long>(at)[row] = number;
        if (parser.Read(line, writer, row) is { } reason)
        {
            writer.SetString(at + 1, row, reason);
            writer.SetString(at + 2, row, RawLine.Text(line));
        }
        else
        {
            writer.SetNull(at + 1, row);
            writer.SetNull(at + 2, row);
        }
    }

    private static long Next(IEnumerator<long>? wanted) => wanted is null ? 0 : wanted.MoveNext() ? wanted.Current : long.MaxValue;
}
