using Recommender.Infra.Tests.Harness;
using Recommender.Lake.Building;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;

namespace Recommender.Infra.Tests.Graph;

public sealed class CatalogTests
{
    // Hive's names, which Glue keeps: where SQL says varchar, integer and double, they say string, int and double.
    private static readonly Dictionary<ColumnType, string> _types = new()
    {
        [ColumnType.BigInt] = "bigint",
        [ColumnType.Integer] = "int",
        [ColumnType.Double] = "double",
        [ColumnType.Boolean] = "boolean",
        [ColumnType.Varchar] = "string",
        [ColumnType.Date] = "date",
        [ColumnType.Timestamp] = "timestamp",
    };

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task The_catalog_has_every_declared_table_column_by_column(string name)
    {
        var graph = await Graphs.OfAsync(name);
        var declared = GroceryPipeline.Tables.Concat(GroceryPipeline.Streams).SelectMany(table => table.HasQuarantine ? [table, QuarantineOf(table)] : new[] { table });
        var tables = graph.OfType("glue/catalogTable:CatalogTable").ToList();
        Assert.Equal(
            declared.Select(table => Text(table, graph.Stack)).Order(StringComparer.Ordinal),
            tables.Select(Text).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Every_table_lies_in_the_bucket_of_its_zone_under_its_own_prefix(string name)
    {
        var graph = await Graphs.OfAsync(name);
        Faults.None(
            from table in graph.OfType("glue/catalogTable:CatalogTable")
            let zone = table.Text("databaseName")!.Split('_')[^1]
            let prefix = $"s3://recommender-{graph.Stack}-{zone}-{CloudNames.Account}/{table.Text("name")!.Replace(Quarantine.Suffix, "", StringComparison.Ordinal)}/"
            where !table.Text("storageDescriptor.location")!.StartsWith(prefix, StringComparison.Ordinal)
            select $"{table}: {table.Text("storageDescriptor.location")} is not under {prefix}");
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task What_publishing_moves_is_not_the_programs(string name)
    {
        var graph = await Graphs.OfAsync(name);
        var streams = GroceryPipeline.Streams.Select(table => table.Name.Table).ToHashSet();
        Faults.None(
            from table in graph.OfType("glue/catalogTable:CatalogTable")
            let published = !streams.Contains(table.Text("name")!)
            where table.Options.IgnoreChanges.Contains("storageDescriptor.location") != published
            select $"{table} {(published ? "would be moved back by an update" : "is never moved by publishing, yet its location is ignored")}");
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Tables_by_day_are_projected_over_their_day(string name)
    {
        var graph = await Graphs.OfAsync(name);
        foreach (var table in GroceryPipeline.Tables.Concat(GroceryPipeline.Streams).Where(table => table.DayPartition is not null))
        {
            var glue = graph.OfType("glue/catalogTable:CatalogTable").Single(resource => resource.Text("name") == table.Name.Table && resource.Text("databaseName") == Database(table, graph.Stack));
            // Keys of the map hold dots, so no path reaches them.
            var parameters = (IReadOnlyDictionary<string, object>)glue.At("parameters")!;
            Assert.Equal("true", parameters["projection.enabled"]);
            Assert.Equal("date", parameters[$"projection.{table.DayPartition}.type"]);
            Assert.Equal("yyyy-MM-dd", parameters[$"projection.{table.DayPartition}.format"]);
            Assert.EndsWith($"/{table.DayPartition}=${{{table.DayPartition}}}/", (string)parameters["storage.location.template"], StringComparison.Ordinal);
        }
    }

    private static TableDeclaration QuarantineOf(TableDeclaration table) => new()
    {
        Name = new TableName(table.Name.Zone, table.Name.Table + Quarantine.Suffix),
        Description = "",
        Columns = Quarantine.Columns,
        Grain = [],
    };

    private static string Database(TableDeclaration table, string stack) => $"recommender_{stack}_{table.Name.Zone.SqlName()}";

    // A partition's column is no column of the files: Glue lists it last, apart.
    private static string Text(TableDeclaration table, string stack) => Lines(
        Database(table, stack),
        table.Name.Table,
        table.Columns.Where(column => column.Name != table.DayPartition).Concat(table.Columns.Where(column => column.Name == table.DayPartition))
            .Select(column => $"{column.Name} {_types[column.Type]} {(column.Name == table.DayPartition ? "partition" : "")} {column.Description}"));

    private static string Text(GraphResource table) => Lines(
        table.Text("databaseName")!,
        table.Text("name")!,
        table.List("storageDescriptor.columns").Select(column => Column(column, "")).Concat(table.List("partitionKeys").Select(column => Column(column, "partition"))));

    private static string Column(object column, string kind) => $"{GraphValue.At(column, "name")} {GraphValue.At(column, "type")} {kind} {GraphValue.At(column, "comment")}";

    private static string Lines(string database, string table, IEnumerable<string> columns) => string.Join('\n', columns.Prepend($"{database}.{table}"));
}
