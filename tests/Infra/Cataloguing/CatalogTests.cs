using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Storage;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;

namespace Recommender.Infra.Tests.Cataloguing;

public sealed class CatalogTests
{
    private const string Table = "glue/catalogTable:CatalogTable";

    private static readonly TableDeclaration _byDay = new()
    {
        Name = new TableName(Zone.Curated, "sales_by_day"),
        Description = "One row is one day.",
        Columns = [new("day", ColumnType.Date, "The day."), new("sales", ColumnType.Double, "Sales of the day.")],
        Grain = ["day"],
        DayPartition = "day",
    };

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task Each_zone_has_a_database_of_the_stack(string stack)
    {
        var databases = (await LakeStack.OfAsync(stack)).OfType("glue/catalogDatabase:CatalogDatabase").ToDictionary(database => database.Text("name")!);

        Assert.Equal(ZoneNames.All.Select(zone => $"recommender_{stack}_{zone}").Order(StringComparer.Ordinal), databases.Keys.Order(StringComparer.Ordinal));
        Assert.All(databases, database => Assert.Equal($"s3://{database.Key.Replace('_', '-')}-123456789012/", database.Value.Text("locationUri")));
        Assert.All(databases.Values, database => Assert.Equal((stack == "prod", stack == "prod"), (database.Options.Protect, database.Options.RetainOnDelete)));
    }

    private static readonly string[] _movedByPublishing =
    [
        "storageDescriptor.location", "parameters[\"recommender.snapshot\"]", "parameters[\"recommender.held\"]", "parameters[\"recommender.rolled_back_at\"]",
    ];

    [Fact]
    public async Task There_is_a_table_for_each_declaration_and_each_quarantine_and_no_other()
    {
        var graph = await LakeStack.OfAsync("prod");
        var declared = GroceryPipeline.Tables.Concat(GroceryPipeline.Streams).Select(table => Full(table.Name.Zone, table.Name.Table));
        var refused = GroceryPipeline.Tables.Where(table => table.HasQuarantine).Select(table => Full(table.Name.Zone, table.Name.Table + Quarantine.Suffix)).ToList();

        Assert.NotEmpty(refused);
        Assert.Equal(declared.Concat(refused).Order(StringComparer.Ordinal), graph.OfType(Table).Select(table => $"{table.Text("databaseName")}.{table.Text("name")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Columns_are_the_declared_ones_in_order_with_types_of_Glue_and_their_sentences()
    {
        var graph = await LakeStack.OfAsync("uat");

        Assert.All(GroceryPipeline.Tables.Concat(GroceryPipeline.Streams), declared =>
        {
            var table = graph.Get(Table, $"catalog-{declared.Name.Zone.SqlName()}-{declared.Name.Table}");
            var columns = table.List("storageDescriptor.columns").Concat(table.List("partitionKeys")).Select(Text);
            Assert.Equal(declared.Columns.OrderBy(column => column.Name == declared.DayPartition).Select(column => $"{column.Name} {GlueType(column.Type)}: {column.Description}"), columns);
            Assert.Equal(declared.Description, table.Text("description"));
            Assert.Equal(string.Join(',', declared.Grain), table.Text("parameters.grain"));
        });
    }

    [Fact]
    public async Task A_quarantine_has_the_columns_of_quarantines()
    {
        var table = (await LakeStack.OfAsync("uat")).Get(Table, "catalog-clean-orders__quarantine");

        Assert.Equal("s3://recommender-uat-clean-123456789012/orders/_empty/", table.Text("storageDescriptor.location"));
        Assert.Equal(["reject_reason string", "source_file string", "source_line bigint", "raw_text string"], table.List("storageDescriptor.columns").Select(column => Text(column).Split(':')[0]));
    }

    [Fact]
    public async Task Glue_takes_every_comment() =>
        // AWS Glue web API reference: a column's comment has 255 characters at most, a table's description 2048.
        Assert.All((await LakeStack.OfAsync("uat")).OfType(Table), table =>
        {
            Assert.All(table.List("storageDescriptor.columns").Concat(table.List("partitionKeys")), column => Assert.InRange(((string)GraphValue.At(column, "comment")!).Length, 1, 255));
            Assert.InRange(table.Text("description")!.Length, 1, 2048);
        });

    [Fact]
    public async Task Tables_are_Parquet_outside_of_Glues_care()
    {
        Assert.All((await LakeStack.OfAsync("uat")).OfType(Table), table =>
        {
            Assert.Equal("EXTERNAL_TABLE", table.Text("tableType"));
            Assert.Equal("parquet", table.Text("parameters.classification"));
            Assert.Equal("org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe", table.Text("storageDescriptor.serDeInfo.serializationLibrary"));
            Assert.Equal("org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat", table.Text("storageDescriptor.inputFormat"));
            Assert.Equal("org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat", table.Text("storageDescriptor.outputFormat"));
        });
    }

    [Fact]
    public async Task A_table_begins_at_an_empty_prefix_of_its_own_and_publishing_moves_it()
    {
        var table = (await LakeStack.OfAsync("uat")).Get(Table, "catalog-published-recommendations");

        Assert.Equal("s3://recommender-uat-published-123456789012/recommendations/_empty/", table.Text("storageDescriptor.location"));
        Assert.Equal(_movedByPublishing, table.Options.IgnoreChanges);
        Assert.Empty(table.List("partitionKeys"));
        Assert.Equal("ZSTD", Parameters(table)["parquet.compression"]);
    }

    [Fact]
    public async Task A_table_by_day_projects_its_days_and_publishing_moves_all_of_them()
    {
        var table = (await LakeStack.WithTablesAsync("uat", _byDay)).Get(Table, "catalog-curated-sales_by_day");
        var parameters = Parameters(table);

        Assert.Equal(["day date: The day."], table.List("partitionKeys").Select(Text));
        Assert.Equal(["sales double: Sales of the day."], table.List("storageDescriptor.columns").Select(Text));
        Assert.Equal("true", parameters["projection.enabled"]);
        Assert.Equal("date", parameters["projection.day.type"]);
        Assert.Equal("yyyy-MM-dd", parameters["projection.day.format"]);
        Assert.Equal("2010-01-01,NOW+1DAY", parameters["projection.day.range"]);
        Assert.Equal("s3://recommender-uat-curated-123456789012/sales_by_day/_empty/day=${day}/", parameters["storage.location.template"]);
        Assert.Equal([.. _movedByPublishing, "parameters[\"storage.location.template\"]"], table.Options.IgnoreChanges);
    }

    [Fact]
    public async Task The_stream_writes_to_a_place_that_stays()
    {
        var table = (await LakeStack.OfAsync("prod")).Get(Table, "catalog-raw-events");

        Assert.Equal("s3://recommender-prod-raw-123456789012/events/", table.Text("storageDescriptor.location"));
        Assert.Equal("s3://recommender-prod-raw-123456789012/events/day=${day}/", Parameters(table)["storage.location.template"]);
        Assert.Empty(table.Options.IgnoreChanges);
    }

    [Fact]
    public async Task Tables_of_production_are_kept_for_they_say_what_is_published() =>
        Assert.All((await LakeStack.OfAsync("prod")).OfType(Table), table => Assert.Equal((true, true), (table.Options.Protect, table.Options.RetainOnDelete)));

    [Fact]
    public async Task The_catalog_is_encrypted_once_in_an_account()
    {
        var settings = (await LakeStack.OfAsync("uat")).Only("glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings");

        Assert.Equal("SSE-KMS-WITH-SERVICE-ROLE", settings.Text("dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionMode"));
        Assert.True(settings.Flag("dataCatalogEncryptionSettings.connectionPasswordEncryption.returnConnectionPasswordEncrypted"));
        Assert.Empty((await LakeStack.WithAsync("uat", ("lake.encryptCatalog", false))).OfType("glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings"));
    }

    private static string Full(Zone zone, string table) => $"recommender_prod_{zone.SqlName()}.{table}";

    private static IReadOnlyDictionary<string, object> Parameters(GraphResource table) => (IReadOnlyDictionary<string, object>)table.At("parameters")!;

    private static string Text(object column) => $"{GraphValue.At(column, "name")} {GraphValue.At(column, "type")}: {GraphValue.At(column, "comment")}";

    // Written out once more, so that a wrong name in the program is seen.
    private static string GlueType(ColumnType type) => type switch
    {
        ColumnType.BigInt => "bigint",
        ColumnType.Integer => "int",
        ColumnType.Double => "double",
        ColumnType.Boolean => "boolean",
        ColumnType.Varchar => "string",
        ColumnType.Date => "date",
        ColumnType.Timestamp => "timestamp",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
