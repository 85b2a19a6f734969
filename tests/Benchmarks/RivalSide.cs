using System.Globalization;
using Recommender.Ingest.Grocery;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;
using Recommender.Transform;

namespace Recommender.Benchmarks;

/// <summary>
/// The rival: what a person would type into one bare DuckDB process to get from the same files to the same curated rows. The
/// same reads (types and row numbers included, for the clean SELECTs ask for them) and the same SELECTs, one after another,
/// with DuckDB's own defaults: no survey, no hash, no checks, no manifests.
/// </summary>
internal static class RivalSide
{
    /// <summary>Runs it.</summary>
    /// <param name="delivery">The folder of the six files.</param>
    /// <param name="output">An empty folder.</param>
    /// <param name="asParquet">Whether results go to Parquet files, as the product's do, or stay tables of a database file.</param>
    public static void Run(string delivery, string output, bool asParquet)
    {
        using var database = DuckDbDatabase.Open(
            asParquet ? null : Path.Combine(output, "rival.duckdb"),
            new DuckDbOptions { TempDirectory = Path.Combine(output, "tmp"), MemoryLimitBytes = 4L << 30 });
        using var connection = database.Connect();
        foreach (var zone in ZoneNames.All)
        {
            connection.Execute($"create schema {zone}", CancellationToken.None);
        }

        foreach (var file in GroceryFeed.Files)
        {
            var path = Path.Combine(delivery, file.Stem + ".csv");
            var types = string.Join(", ", file.Columns.Select(column => $"'{column.Name}': '{column.Type.SqlName()}'"));
            Keep(
                connection, file.Table.Name, output, asParquet,
                $"select *, '{file.Stem}.csv' as source_file, row_number() over () + 1 as source_line, 'batch' as batch_id, timestamp '2026-01-01' as loaded_at "
                + $"from read_csv({DuckDbQuote.Literal(path)}, header = true, columns = {{{types}}})");
        }

        foreach (var model in GroceryModels.All.Where(model => model.Table.Name.Zone <= Zone.Curated))
        {
            var columns = string.Join(", ", model.Table.Columns.Select(column => column.Name));
            var kept = model.Table.HasQuarantine ? $" where {Quarantine.Reason} is null" : "";
            Keep(connection, model.Table.Name, output, asParquet, $"select {columns} from ({model.Render(SqlDialect.DuckDb)}) as model{kept}");
        }
    }

    private static void Keep(DuckDbConnection connection, TableName table, string output, bool asParquet, string select)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        if (asParquet)
        {
            var file = DuckDbQuote.Literal(Path.Combine(output, $"{table}.parquet"));
            connection.Execute($"copy ({select}) to {file} (format parquet); create view {table} as select * from {file}", CancellationToken.None);
        }
        else
        {
            connection.Execute($"create table {table} as {select}", CancellationToken.None);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  rival {table} {clock.Elapsed.TotalSeconds:F1} s"));
    }
}
