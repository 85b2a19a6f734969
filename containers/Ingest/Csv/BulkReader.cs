using Recommender.Lake.DuckDb;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>Reads a large file with DuckDB's parallel CSV reader; rows that it, or the survey, has doubts about are left out.</summary>
/// <param name="source">The file.</param>
/// <param name="columns">Its columns.</param>
/// <param name="survey">What is known of its lines.</param>
/// <param name="connection">The connection that owns the staging tables.</param>
internal sealed class BulkReader(CsvSource source, IReadOnlyList<Column> columns, LineSurvey survey, DuckDbConnection connection)
{
    private const string Staging = "bulk_rows";
    private const string Rejects = "bulk_rejects";

    /// <summary>Whether the file is of the kind that the parallel reader reads exactly.</summary>
    public static bool Suits(LineSurvey survey) =>
        survey.Ends != LineEnds.Mixed && survey.Doubtful.Count < LineSurveyor.MostDoubtful && survey.Blank.Count < LineSurveyor.MostDoubtful;

    /// <summary>Reads the file.</summary>
    /// <param name="leftOut">The lines left out, ascending, to be read carefully.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A SELECT of the rows read, with their <c>source_line</c>; null where DuckDB's rows and the survey's do not add up.</returns>
    public string? Read(out IReadOnlyCollection<long> leftOut, CancellationToken cancellationToken)
    {
        leftOut = [];
        var types = string.Join(", ", columns.Select(column => $"'{column.Name}': '{column.Type.SqlName()}'"));
        var lineEnd = survey.Ends == LineEnds.CrLf ? "\\r\\n" : "\\n";
        var compression = source.IsGzip ? "gzip" : "none";
        try
        {
            connection.Execute(
                $"create or replace temp table {Staging} as select * from read_csv({DuckDbQuote.OneFile(source.Path)}, auto_detect = false, header = true, "
                + $"delim = ',', quote = '', escape = '', new_line = '{lineEnd}', compression = '{compression}', columns = {{{types}}}, "
                + $"store_rejects = true, rejects_limit = {LineSurveyor.MostDoubtful}, rejects_table = '{Rejects}', rejects_scan = '{Rejects}_scans')",
                cancellationToken);
        }
        catch (DuckDbSqlException)
        {
            // The reader lost its way in the file, so it is read line by line, which names each fault.
            return null;
        }

        var accepted = connection.Scalar<long>($"select count(*) from {Staging}", cancellationToken);
        var rejected = Lines($"select distinct line from {Rejects} order by line", cancellationToken);
        if (accepted + rejected.Count != survey.Rows)
        {
            Clear();
            return null;
        }

        leftOut = rejected.Count == 0 ? survey.Doubtful : [.. rejected.Union(survey.Doubtful).Order()];
        return Select([.. rejected.Concat(survey.Blank).Order()], cancellationToken);
    }

    /// <summary>Drops the staging tables.</summary>
    public void Clear() => connection.Execute($"drop table if exists {Staging}; drop table if exists {Rejects}; drop table if exists {Rejects}_scans", CancellationToken.None);

    /// <summary>
    /// DuckDB keeps the file's order, so a row's place tells its line: one further for the header, one for the count from 1,
    /// and one for every rejected or blank line before it.
    /// </summary>
    private string Select(List<long> linesWithoutRow, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", columns.Select(column => column.Name));
        if (linesWithoutRow.Count == 0 && survey.Doubtful.Count == 0)
        {
            return $"select {names}, rowid + 2 as source_line from {Staging}";
        }

        connection.Execute("create or replace temp table bulk_shifts (first_row bigint, shift bigint); create or replace temp table bulk_doubtful (line bigint)", cancellationToken);
        using (var shifts = connection.Append("main", "bulk_shifts", "temp"))
        {
            shifts.AppendRow(0L, 2L);
            for (var i = 0; i < linesWithoutRow.Count; i++)
            {
                shifts.AppendRow(linesWithoutRow[i] - 2 - i, 3L + i);
            }

            shifts.Complete();
        }

        using (var doubtful = connection.Append("main", "bulk_doubtful", "temp"))
        {
            foreach (var line in survey.Doubtful)
            {
                doubtful.AppendRow(line);
            }

            doubtful.Complete();
        }

        return $"""
            select {names}, source_line
            from (
              select {names}, placed.place + shifts.shift as source_line
              from (select *, rowid as place from {Staging}) as placed
              asof join (select first_row, max(shift) as shift from bulk_shifts group by first_row) as shifts on placed.place >= shifts.first_row
            ) as numbered
            where not exists (select 1 from bulk_doubtful where bulk_doubtful.line = numbered.source_line)
            """;
    }

    private List<long> Lines(string sql, CancellationToken cancellationToken)
    {
        using var result = connection.Query(sql, cancellationToken);
        var lines = new List<long>();
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                lines.Add(Convert.ToInt64(chunk.GetValue(0, row), System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return lines;
    }
}
