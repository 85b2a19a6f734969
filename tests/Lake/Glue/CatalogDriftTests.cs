using Amazon.Glue.Model;
using Recommender.Lake.Errors;
using Recommender.Lake.Glue;
using Recommender.Lake.Tables;
using Column = Amazon.Glue.Model.Column;

namespace Recommender.Lake.Tests.Glue;

public sealed class CatalogDriftTests : GlueTest
{
    private const string ItemsTable = "shop_test_clean.items";
    private const string Days = "shop_test_curated.sales_by_day";

    private readonly CatalogDrift _drift;

    public CatalogDriftTests()
    {
        _drift = new CatalogDrift(Catalog, Settings);
        Place(ItemsTable, "s3://bucket-clean/items/_empty/");
        Place("shop_test_clean.items__quarantine", $"s3://bucket-clean/items/{One}/quarantine/");
        Place(Days, $"s3://bucket-curated/sales_by_day/{One}/data/");
    }

    /// <summary>What was changed behind the program's back, and what is said of it.</summary>
    public static TheoryData<Action<Dictionary<string, Table>>, string> Drifts => new()
    {
        { tables => tables.Remove(ItemsTable), "clean.items: database shop_test_clean has no table items" },
        { tables => tables.Remove(ItemsTable + "__quarantine"), "clean.items__quarantine: database shop_test_clean has no table items__quarantine" },
        { tables => Columns(tables, ItemsTable)[0].Type = "int", "clean.items: column 1 is id int in the catalog, id bigint as declared" },
        { tables => Columns(tables, ItemsTable)[1].Name = "title", "clean.items: column 2 is title string in the catalog, name string as declared" },
        { tables => Columns(tables, ItemsTable).RemoveAt(1), "clean.items: column 2 is missing in the catalog, name string as declared" },
        { tables => Columns(tables, ItemsTable).Add(new Column { Name = "price", Type = "double" }), "clean.items: column 3 is price double in the catalog, none as declared" },
        { tables => Columns(tables, ItemsTable + "__quarantine")[2].Type = "string", "clean.items__quarantine: column 3 is source_line string in the catalog, source_line bigint as declared" },
        { tables => tables[Days].PartitionKeys = null, "curated.sales_by_day: partition key 1 is missing in the catalog, day date as declared" },
        { tables => tables[Days].PartitionKeys[0].Type = "string", "curated.sales_by_day: partition key 1 is day string in the catalog, day date as declared" },
        { tables => tables[Days].Parameters.Remove("projection.enabled"), "curated.sales_by_day: parameter projection.enabled is missing in the catalog, true as declared" },
        { tables => tables[Days].Parameters["projection.day.range"] = "2020-01-01,NOW", "curated.sales_by_day: parameter projection.day.range is 2020-01-01,NOW in the catalog, 2010-01-01,NOW+1DAY as declared" },
        { tables => tables[Days].Parameters["storage.location.template"] = "s3://old/${day}/", "curated.sales_by_day: parameter storage.location.template is s3://old/${day}/ in the catalog" },
        { tables => Live(tables).InputFormat = "text", "clean.items: input format is text in the catalog" },
        { tables => Live(tables).OutputFormat = null, "clean.items: output format is missing in the catalog" },
        { tables => Live(tables).SerdeInfo = new SerDeInfo { SerializationLibrary = "csv" }, "clean.items: SerDe is csv in the catalog" },
        { tables => Live(tables).Location = "s3://bucket-clean/orders/_empty/", "clean.items: its location s3://bucket-clean/orders/_empty/ is no place of its own" },
        { tables => Live(tables).Location = $"s3://bucket-clean/items/{One}/quarantine/", "is no place of its own" },
        { tables => Live(tables).Location = "s3://bucket-clean/items/", "is no place of its own" },
        { tables => tables[ItemsTable].TableType = "VIRTUAL_VIEW", "clean.items: table type is VIRTUAL_VIEW in the catalog" },
        { tables => tables[ItemsTable].Parameters["parquet.compression"] = "SNAPPY", "clean.items: parameter parquet.compression is SNAPPY in the catalog, ZSTD as declared" },
    };

    [Fact]
    public void A_catalog_as_declared_has_no_faults() => Assert.Empty(_drift.Faults([Items, Sales], Token));

    [Fact]
    public void What_others_note_beside_is_no_fault()
    {
        Glue.Tables[ItemsTable].Parameters["recommender.snapshot"] = One;
        Columns(Glue.Tables, ItemsTable)[0].Comment = "Another sentence.";
        Assert.Empty(_drift.Faults([Items, Sales], Token));
    }

    [Theory]
    [MemberData(nameof(Drifts), DisableDiscoveryEnumeration = true)]
    public void A_difference_is_told(Action<Dictionary<string, Table>> change, string fault)
    {
        change(Glue.Tables);
        Assert.Contains(fault, Assert.Single(_drift.Faults([Items, Sales], Token)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_differences_are_told_at_once_and_what_to_do()
    {
        Columns(Glue.Tables, ItemsTable)[0].Type = "int";
        Live(Glue.Tables).InputFormat = "text";
        Glue.Tables.Remove(Days);
        var error = Assert.Throws<CallerException>(() => _drift.Require([Items, Sales], Token));
        Assert.Contains("run 'pulumi up' of this very version", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, error.Message.Split('\n').Length);
    }

    [Fact]
    public void Only_tables_of_the_run_are_looked_at()
    {
        Glue.Tables.Remove(ItemsTable);
        Assert.Empty(_drift.Faults([Sales], Token));
    }

    [Fact]
    public void A_zone_that_the_task_does_not_know_is_a_fault() => Assert.Contains(
        "set RECOMMENDER_DATABASE_RAW and RECOMMENDER_BUCKET_RAW",
        Assert.Single(_drift.Faults([Items with { Name = new TableName(Zone.Raw, "items"), HasQuarantine = false }], Token)),
        StringComparison.Ordinal);

    private static List<Column> Columns(Dictionary<string, Table> tables, string table) => tables[table].StorageDescriptor.Columns;

    private static StorageDescriptor Live(Dictionary<string, Table> tables) => tables[ItemsTable].StorageDescriptor;

    private void Place(string table, string location)
    {
        Glue.Tables[table].StorageDescriptor.Location = location;
        if (Glue.Tables[table].Parameters.ContainsKey("storage.location.template"))
        {
            Glue.Tables[table].Parameters["storage.location.template"] = $"{location}day=${{day}}/";
        }
    }
}
