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
    public void Read(IReadOnlyCollection<long>? only, IProgress<long>? rowsRead, CancellationToken cancellationToken)
    {
        using var stream = source.OpenText();
        var lines = new LineReader(stream);
        var parser = new RowParser(columns);
        using var rows = connection.Append("main", Staging, "temp");
        var row = new object?[columns.Count + 3];
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
            var reason = parser.Read(line);
            parser.Values.CopyTo(row, 0);
            row[^3] = lines.LineNumber;
            row[^2] = reason;
            row[^1] = reason is null ? null : RowParser.RawText(line);
            rows.AppendRow(row);
            if ((++count & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rowsRead?.Report(count);
            }
        }

        rows.Complete();
    }

    /// <summary>Drops the staging table.</summary>
    public void Clear() => connection.Execute($"drop table if exists {Staging}", CancellationToken.None);

    private static long Next(IEnumerator<long> wanted) => wanted.MoveNext() ? wanted.Current : long.MaxValue;
}
