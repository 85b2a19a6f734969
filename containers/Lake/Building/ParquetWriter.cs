using Recommender.Lake.DuckDb;

namespace Recommender.Lake.Building;

/// <summary>Writes query results as Parquet.</summary>
public static class ParquetWriter
{
    private const string Format = "format parquet, compression zstd, compression_level 1";

    /// <summary>Writes a SELECT's rows to one file.</summary>
    /// <returns>The number of rows.</returns>
    public static long Copy(DuckDbConnection connection, string select, string file, CancellationToken cancellationToken) =>
        connection.Execute($"copy (\n{select}\n) to {DuckDbQuote.Literal(file)} ({Format})", cancellationToken);

    /// <summary>Writes a SELECT's rows to one folder per day, <c>COLUMN=2011-01-04</c>.</summary>
    /// <returns>The number of rows.</returns>
    public static long CopyByDay(DuckDbConnection connection, string select, string folder, string column, CancellationToken cancellationToken) =>
        connection.Execute(
            $"copy (\n{select}\n) to {DuckDbQuote.Literal(folder)} ({Format}, partition_by ({column}), overwrite_or_ignore true, filename_pattern 'part-{{i}}')",
            cancellationToken);
}
