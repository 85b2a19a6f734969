using Amazon.Glue;
using Amazon.Glue.Model;
using Recommender.Emulator.Tests.Athena;
using Recommender.Lake.Tables;

namespace Recommender.Emulator.Tests.Glue;

public sealed class CatalogTests : AthenaEmulatorTest
{
    private string Database => Stack.Database(Zone.Clean);

    [Fact]
    public async Task A_stack_s_table_is_as_the_infrastructure_makes_it()
    {
        var table = (await Glue.GetTableAsync(new() { DatabaseName = Stack.Database(Zone.Curated), Name = "sales" }, Cancellation)).Table;

        Assert.Equal("s3://recommender-uat-curated/sales/_empty/", table.StorageDescriptor.Location);
        Assert.Equal(["amount bigint"], table.StorageDescriptor.Columns.Select(column => $"{column.Name} {column.Type}"));
        Assert.Equal(["day date"], table.PartitionKeys.Select(column => $"{column.Name} {column.Type}"));
        Assert.Equal("2010-01-01,NOW+1DAY", table.Parameters["projection.day.range"]);
        Assert.Equal("s3://recommender-uat-curated/sales/_empty/day=${day}/", table.Parameters["storage.location.template"]);
        Assert.Equal("0", table.VersionId);
    }

    [Fact]
    public async Task Only_who_read_the_version_in_force_may_write()
    {
        await MoveAsync(Orders, "orders/s1/data/");
        var stale = new UpdateTableRequest { DatabaseName = Database, TableInput = Input("orders", "s3://recommender-uat-clean/orders/s2/data/"), VersionId = "0" };

        await Assert.ThrowsAsync<ConcurrentModificationException>(() => Glue.UpdateTableAsync(stale, Cancellation));

        var table = await TableAsync("orders");
        Assert.Equal(("1", "s3://recommender-uat-clean/orders/s1/data/"), (table.VersionId, table.StorageDescriptor.Location));
        stale.VersionId = "1";
        await Glue.UpdateTableAsync(stale, Cancellation);
        Assert.Equal("2", (await TableAsync("orders")).VersionId);
    }

    [Fact]
    public async Task An_update_replaces_the_whole_definition_but_not_the_time_of_creation()
    {
        var before = await TableAsync("orders");

        await Glue.UpdateTableAsync(new() { DatabaseName = Database, TableInput = Input("orders", "s3://recommender-uat-clean/x/") }, Cancellation);

        var after = await TableAsync("orders");
        Assert.Null(after.Description);
        Assert.Null(after.PartitionKeys);
        Assert.Equal(before.CreateTime, after.CreateTime);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public async Task A_version_that_is_skipped_is_not_kept(bool skip, int kept)
    {
        for (var update = 0; update < 2; update++)
        {
            await Glue.UpdateTableAsync(new() { DatabaseName = Database, TableInput = Input("orders", "s3://recommender-uat-clean/x/"), SkipArchive = skip }, Cancellation);
        }

        var versions = (await Glue.GetTableAsync(new() { DatabaseName = Database, Name = "orders" }, Cancellation)).Table.VersionId;
        Assert.Equal("2", versions);
        Assert.Equal(kept, Server.Service<AwsEmulator.Glue.GlueService>().Catalog.Versions(Database, "orders").Count);
    }

    [Fact]
    public async Task Tables_are_made_in_lower_case_found_by_pattern_and_deleted()
    {
        foreach (var name in new[] { "orders__build_A", "orders__build_b" })
        {
            await Glue.CreateTableAsync(new() { DatabaseName = Database, TableInput = Input(name, "s3://recommender-uat-clean/x/") }, Cancellation);
        }

        Assert.Equal(["orders__build_a", "orders__build_b"], await NamesAsync("orders__build_*"));
        Assert.Equal(["orders__build_a", "orders__build_b"], await NamesAsync("orders__build_.*"));
        Assert.Equal(["orders"], await NamesAsync("orders"));
        await Assert.ThrowsAsync<AlreadyExistsException>(() => Glue.CreateTableAsync(new() { DatabaseName = Database, TableInput = Input("orders", "s3://x/") }, Cancellation));

        await Glue.DeleteTableAsync(new() { DatabaseName = Database, Name = "orders__build_A" }, Cancellation);

        Assert.Equal(["orders__build_b"], await NamesAsync("orders__build_*"));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => Glue.DeleteTableAsync(new() { DatabaseName = Database, Name = "orders__build_a" }, Cancellation));
    }

    [Fact]
    public async Task Tables_come_in_pages()
    {
        var first = await Glue.GetTablesAsync(new() { DatabaseName = Database, MaxResults = 1 }, Cancellation);
        var second = await Glue.GetTablesAsync(new() { DatabaseName = Database, MaxResults = 1, NextToken = first.NextToken }, Cancellation);

        Assert.Equal(["orders", "orders__quarantine"], first.TableList.Concat(second.TableList).Select(table => table.Name));
        Assert.Null(second.NextToken);
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        var table = await Assert.ThrowsAsync<EntityNotFoundException>(() => Glue.GetTableAsync(new() { DatabaseName = Database, Name = "other" }, Cancellation));
        var database = await Assert.ThrowsAsync<EntityNotFoundException>(() => Glue.GetTableAsync(new() { DatabaseName = "other", Name = "orders" }, Cancellation));

        Assert.Equal("Table other not found.", table.Message);
        Assert.Equal("Database other not found.", database.Message);
        Assert.Equal(Database, (await Glue.GetDatabaseAsync(new() { Name = Database }, Cancellation)).Database.Name);
    }

    private async Task<Table> TableAsync(string name) => (await Glue.GetTableAsync(new() { DatabaseName = Database, Name = name }, Cancellation)).Table;

    private async Task<IReadOnlyList<string>> NamesAsync(string expression) =>
        [.. (await Glue.GetTablesAsync(new() { DatabaseName = Database, Expression = expression }, Cancellation)).TableList.Select(table => table.Name)];

    private static TableInput Input(string name, string location) => new()
    {
        Name = name,
        TableType = "EXTERNAL_TABLE",
        StorageDescriptor = new() { Location = location, Columns = [new() { Name = "order_id", Type = "bigint" }] },
    };
}
