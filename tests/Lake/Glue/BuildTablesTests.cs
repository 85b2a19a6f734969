using Recommender.Lake.Errors;
using Recommender.Lake.Glue;
using Recommender.Lake.S3;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.Glue;

public sealed class BuildTablesTests : GlueTest
{
    private const string Suffix = "__build_20260105t080000000z_0123abcd";

    private readonly SnapshotStore _store;

    public BuildTablesTests() => _store = new SnapshotStore(Storage, new GluePointers(Catalog, Storage, new PointerCopies(new FolderFiles(Storage)), [Items, Sales]));

    [Fact]
    public void A_build_has_tables_of_its_own_at_its_own_prefix_until_it_ends()
    {
        using var draft = Draft(Items);
        using (var tables = BuildTables.Make(Catalog, draft, Token))
        {
            Assert.Equal(("clean.items" + Suffix, $"clean.items__quarantine{Suffix}"), (tables.Data.ToString(), tables.Refused.ToString()));
            Assert.Equal(At($"clean/items/{draft.Id}/data/"), Glue.LocationOf("shop_test_clean.items" + Suffix));
            Assert.Equal(At($"clean/items/{draft.Id}/quarantine/"), Glue.LocationOf("shop_test_clean.items__quarantine" + Suffix));
        }

        Assert.Equal(3, Glue.Tables.Count);
    }

    [Fact]
    public void Days_are_projected_as_the_real_table_s_are()
    {
        using var draft = Draft(Sales);
        using var tables = BuildTables.Make(Catalog, draft, Token);
        var made = Glue.Tables["shop_test_curated.sales_by_day" + Suffix];
        var real = Glue.Tables["shop_test_curated.sales_by_day"];
        Assert.Equal(real.Parameters.Keys.Order(), made.Parameters.Keys.Order());
        Assert.Equal(At($"curated/sales_by_day/{draft.Id}/data/day=${{day}}/"), made.Parameters["storage.location.template"]);
        Assert.Equal(["sales", "amount"], made.StorageDescriptor.Columns.Select(column => column.Name));
    }

    [Fact]
    public void What_a_killed_build_left_is_removed_and_nothing_else()
    {
        string[] others = ["items2__build_20260105t080000000z_0123abcd", "items__build_by_hand", "my_items__build_20260105t080000000z_0123abcd", "items__build_20260105t080000000z_0123abcde"];
        string[] ours = ["items__build_20250105t080000000z_00000000", "items__quarantine__build_20250105t080000000z_00000000"];
        foreach (var name in others.Concat(ours))
        {
            Catalog.Create(Zone.Clean, GlueTableInputs.Of(Items, name, "s3://somewhere/"), Token);
        }

        using var draft = Draft(Items);
        BuildTables.Make(Catalog, draft, Token).Dispose();
        Assert.All(others, name => Assert.Contains($"shop_test_clean.{name}", Glue.Tables.Keys));
        Assert.All(ours, name => Assert.DoesNotContain($"shop_test_clean.{name}", Glue.Tables.Keys));
    }

    [Fact]
    public void A_second_attempt_that_finds_the_table_made_goes_on()
    {
        var torn = 0;
        Glue.After = (operation, table) =>
        {
            if (operation == "CreateTable" && torn++ == 0)
            {
                throw new Amazon.Glue.Model.AlreadyExistsException($"{table}: the first attempt made it");
            }
        };
        using var draft = Draft(Items);
        using var tables = BuildTables.Make(Catalog, draft, Token);
        Assert.Equal(5, Glue.Tables.Count);
    }

    [Fact]
    public void A_failure_leaves_no_table_behind()
    {
        Glue.After = (operation, table) =>
        {
            if (operation == "CreateTable" && table.StartsWith("items__quarantine", StringComparison.Ordinal))
            {
                throw FakeGlue.Unavailable();
            }
        };
        using var draft = Draft(Items);
        Assert.Throws<EnvironmentException>(() => BuildTables.Make(Catalog, draft, Token));
        Assert.Equal(3, Glue.Tables.Count);
    }

    private SnapshotDraft Draft(TableDeclaration table) =>
        _store.Draft(table, "run-1", "0123abcdef", new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), Token);
}
