using Recommender.AwsEmulator.Glue;
using Recommender.Lake.DuckDb;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Shows tables of the catalog to the engine, each as a view over the files that it has at that moment.</summary>
/// <param name="files">Finds files.</param>
/// <param name="footers">Knows what is in them.</param>
internal sealed class TableViews(TableFiles files, ParquetFooters footers)
{
    private const string PathColumn = "path of the file";

    /// <summary>Makes the view of a table.</summary>
    /// <param name="connection">The engine.</param>
    /// <param name="schema">The schema to make it in, quoted.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The size of its files in bytes.</returns>
    /// <exception cref="QueryFailedException">The table or a file of it cannot be read.</exception>
    public long Show(DuckDbConnection connection, string schema, GlueTable table, CancellationToken cancellationToken)
    {
        var visible = files.Of(table);
        var query = visible.Count == 0 ? Empty(table) : Over(table, visible, footers.Of(connection, visible, cancellationToken), files.Projection(table));
        connection.Execute($"create or replace view {schema}.{DuckDbQuote.Identifier(table.Name)} as {query}", cancellationToken);
        return visible.Sum(file => file.Stored.Size);
    }

    private static string Empty(GlueTable table) =>
        $"select {string.Join(", ", table.Columns.Concat(table.PartitionKeys).Select(Absent))} where false";

    private static string Over(GlueTable table, IReadOnlyList<TableFile> visible, IReadOnlyList<IReadOnlyDictionary<string, string>> contents, DayProjection? projection)
    {
        var columns = table.Columns.Select(column => Present(column, visible, contents)
            ? $"cast({DuckDbQuote.Identifier(column.Name)} as {HiveType.Of(column.Type).Engine}) as {DuckDbQuote.Identifier(column.Name)}"
            : Absent(column));
        if (projection is not null)
        {
            columns = columns.Append(
                $"cast(regexp_extract({DuckDbQuote.Identifier(PathColumn)}, '{projection.Day.Name}=([0-9-]+)/', 1) as date) as {DuckDbQuote.Identifier(projection.Day.Name)}");
        }

        var list = string.Join(", ", visible.Select(file => DuckDbQuote.OneFile(file.Path)));
        return $"select {string.Join(", ", columns)} from read_parquet([{list}], union_by_name = true, hive_partitioning = false, filename = '{PathColumn}')";
    }

    // Columns are found by name; one that a file lacks is NULL in its rows.
    private static bool Present(GlueColumn column, IReadOnlyList<TableFile> visible, IReadOnlyList<IReadOnlyDictionary<string, string>> contents)
    {
        var type = HiveType.Of(column.Type);
        var present = false;
        for (var file = 0; file < visible.Count; file++)
        {
            if (!contents[file].TryGetValue(column.Name.ToLowerInvariant(), out var physical))
            {
                continue;
            }

            present = true;
            if (!type.Files.Contains(physical))
            {
                throw QueryFailedException.Value(
                    $"HIVE_BAD_DATA: Field {column.Name}'s type {physical} in parquet file {visible[file].Uri} is incompatible with type {type.Trino} defined in table schema");
            }
        }

        return present;
    }

    private static string Absent(GlueColumn column) => $"cast(null as {HiveType.Of(column.Type).Engine}) as {DuckDbQuote.Identifier(column.Name)}";
}
