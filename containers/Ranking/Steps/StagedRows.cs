using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Tables;

namespace Recommender.Ranking.Steps;

/// <summary>Writes computed rows as a snapshot's one file, through a staging table.</summary>
internal static class StagedRows
{
    private const string Staging = "ranking_rows";

    /// <summary>Writes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="context">The build.</param>
    /// <param name="append">Appends the rows, columns in the declared order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many rows there are.</returns>
    public static long Write(TableDeclaration table, StepContext context, Action<DuckDbAppender> append, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", table.Columns.Select(column => $"{column.Name} {column.Type.SqlName()}"));
        context.Connection.Execute($"create or replace temp table {Staging} ({columns})", cancellationToken);
        using (var rows = context.Connection.Append("main", Staging, "temp"))
        {
            append(rows);
            rows.Complete();
        }

        context.Progress.Report(new StepProgress("writing", -1, 0));
        var written = ParquetWriter.Copy(context.Connection, $"select * from {Staging}", Path.Combine(context.Writer.DataFolder, "part-0.parquet"), cancellationToken);
        context.Connection.Execute($"drop table {Staging}", CancellationToken.None);
        return written;
    }
}
