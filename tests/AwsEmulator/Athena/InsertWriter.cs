using System.Globalization;
using Recommender.AwsEmulator.Faults;
using Recommender.AwsEmulator.Glue;
using Recommender.AwsEmulator.Json;
using Recommender.AwsEmulator.S3;
using Recommender.Lake.DuckDb;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Writes the rows of an INSERT as new files under the table's location, as Athena's writers do.</summary>
/// <param name="objects">The buckets.</param>
/// <param name="ids">Names files.</param>
/// <param name="clock">Names files.</param>
internal sealed class InsertWriter(ObjectStore objects, IdSource ids, TimeProvider clock)
{
    /// <summary>Partitions that one statement may write (Athena user guide, "Service Quotas").</summary>
    public const int MostPartitions = 100;

    // Rows that no partition parts are spread over writers.
    private const int Writers = 2;
    private const string Rows = "memory.main.\"rows to insert\"";

    private int _count;

    /// <summary>Writes.</summary>
    /// <exception cref="QueryFailedException">Columns do not fit, there are too many partitions, or a fault was asked for.</exception>
    public QueryOutcome Insert(DuckDbConnection connection, QueryRequest request, GlueTable table, CancellationToken cancellationToken)
    {
        Collect(connection, request, table, cancellationToken);
        var place = TableFiles.Location(table);
        if (!objects.HasBucket(place.Bucket))
        {
            throw QueryFailedException.Syntax($"HIVE_FILESYSTEM_ERROR: Failed to write to {place}: The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code: NoSuchBucket)");
        }

        var parts = Parts(connection, table, cancellationToken);
        var tooMany = table.PartitionKeys.Count > 0 && parts.Count > MostPartitions;
        // A statement that fails leaves what its writers had finished: nobody removes it.
        var whole = tooMany ? 1 : request.Fault?.Kind == QueryFaultKind.FailedHalfWritten ? (parts.Count + 1) / 2 : parts.Count;
        var files = parts.Take(whole).Select(part => Write(connection, table, place, part, cancellationToken)).ToList();
        if (tooMany)
        {
            throw new QueryFailedException(
                $"HIVE_TOO_MANY_OPEN_PARTITIONS: Exceeded limit of {MostPartitions} open writers for partitions/buckets. You may need to manually clean the data at location '{place}' before retrying. Athena will not delete data in your account.",
                AthenaError.Limit);
        }

        return request.Fault is { Kind: QueryFaultKind.FailedHalfWritten } fault
            ? throw new QueryFailedException(fault.Reason, new(fault.ErrorCategory, fault.ErrorType, fault.Retryable))
            : new() { Inserted = connection.Scalar<long>($"select count(*) from {Rows}", cancellationToken), Files = files };
    }

    private static void Collect(DuckDbConnection connection, QueryRequest request, GlueTable table, CancellationToken cancellationToken)
    {
        var statement = request.Statement;
        IReadOnlyList<GlueColumn> all = [.. table.Columns, .. table.PartitionKeys];
        var chosen = statement.Columns is null ? all : [.. statement.Columns.Select(name => Chosen(name, all, statement))];
        IReadOnlyList<ResultColumn> query;
        using (var result = connection.Query(statement.QueryText, cancellationToken))
        {
            query =
            [
                .. result.Columns.Select((column, index) => request.Tree!.IsNull(index, result.Columns.Count)
                    ? new ResultColumn(column.Name, TrinoCoercion.Unknown, 0, 0)
                    : ResultColumn.Of(column.Name, column)),
            ];
        }

        if (query.Count != chosen.Count || query.Zip(chosen).Any(pair => !TrinoCoercion.Allows(pair.First, HiveType.Of(pair.Second.Type))))
        {
            throw QueryFailedException.Syntax(
                $"TYPE_MISMATCH: {SqlPlace.Of(statement.Sql, 0)}: Insert query has mismatched column types: "
                + $"Table: [{string.Join(", ", chosen.Select(column => HiveType.Of(column.Type).Trino))}], Query: [{string.Join(", ", query.Select(TrinoCoercion.Named))}]");
        }

        var select = all.Select(column => (Index: chosen.ToList().IndexOf(column), Column: column))
            .Select(item => $"cast({(item.Index < 0 ? "null" : Placeholder(item.Index))} as {HiveType.Of(item.Column.Type).Engine}) as {DuckDbQuote.Identifier(item.Column.Name)}");
        connection.Execute(
            $"create table {Rows} as select {string.Join(", ", select)} from (\n{statement.QueryText}\n) as q({string.Join(", ", chosen.Select((_, index) => Placeholder(index)))})",
            cancellationToken);
    }

    private static string Placeholder(int index) => string.Create(CultureInfo.InvariantCulture, $"\"column {index}\"");

    private static GlueColumn Chosen(SqlToken name, IReadOnlyList<GlueColumn> all, AthenaStatement statement) =>
        all.FirstOrDefault(column => column.Name.Equals(name.Text, StringComparison.OrdinalIgnoreCase))
        ?? throw QueryFailedException.Syntax($"COLUMN_NOT_FOUND: {SqlPlace.Of(statement.Sql, name.Start)}: Insert column name does not exist in target table: {name.Text}");

    // Each part is a file: where it lies below the location, and which rows it holds.
    private static List<(string Folder, string Rows)> Parts(DuckDbConnection connection, GlueTable table, CancellationToken cancellationToken)
    {
        if (table.PartitionKeys.Count == 0)
        {
            var rows = connection.Scalar<long>($"select count(*) from {Rows}", cancellationToken);
            return [.. Enumerable.Range(0, (int)Math.Min(rows, Writers)).Select(writer => ("", string.Create(CultureInfo.InvariantCulture, $"rowid % {Writers} = {writer}")))];
        }

        if (table.PartitionKeys.Count > 1)
        {
            throw QueryFailedException.Syntax($"NOT_SUPPORTED: the emulator inserts into tables of one partition column, and {table.Name} has {table.PartitionKeys.Count}");
        }

        var key = DuckDbQuote.Identifier(table.PartitionKeys[0].Name);
        var parts = new List<(string, string)>();
        using var values = connection.Query($"select distinct cast({key} as varchar) from {Rows} order by 1 nulls last", cancellationToken);
        foreach (var chunk in values.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                var value = (string?)chunk.GetValue(0, row);
                parts.Add(value is null
                    ? ($"{table.PartitionKeys[0].Name}=__HIVE_DEFAULT_PARTITION__/", $"{key} is null")
                    : ($"{table.PartitionKeys[0].Name}={value}/", $"cast({key} as varchar) = {DuckDbQuote.Literal(value)}"));
            }
        }

        return parts;
    }

    private string Write(DuckDbConnection connection, GlueTable table, S3Place place, (string Folder, string Rows) part, CancellationToken cancellationToken)
    {
        var file = objects.NewTemporaryFile();
        var columns = string.Join(", ", table.Columns.Select(column => DuckDbQuote.Identifier(column.Name)));
        var codec = table.Parameter("parquet.compression")?.ToLowerInvariant() is "zstd" or "snappy" or "uncompressed" ? table.Parameter("parquet.compression") : "gzip";
        connection.Execute($"copy (select {columns} from {Rows} where {part.Rows}) to {DuckDbQuote.Literal(file)} (format parquet, compression {codec})", cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var moment = clock.GetUtcNow().ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture);
        var name = string.Create(CultureInfo.InvariantCulture, $"{moment}_{Interlocked.Increment(ref _count):d5}_{ids.Letters(5)}_{ids.Uuid()}");
        var key = place.Key + part.Folder + name;
        objects.Add(place.Bucket, key, file);
        return $"s3://{place.Bucket}/{key}";
    }
}
