using Amazon.Athena;
using Recommender.AwsEmulator.Faults;
using Recommender.Lake.Tables;

namespace Recommender.Emulator.Tests.Athena;

public sealed class InsertTests : AthenaEmulatorTest
{
    [Fact]
    public async Task Rows_are_written_as_new_files_without_extension_and_counted()
    {
        await MoveAsync(Orders, "orders/s1/data/");

        var first = await RunAsync("insert into recommender_uat_clean.orders select x, 1, 1.5, 'n', true, timestamp '2011-01-04 00:00:00' from unnest(sequence(1, 5)) as t(x)");
        await RunAsync("insert into recommender_uat_clean.orders (note, order_id) select 'late', 6");

        var keys = Keys(Zone.Clean, "orders/s1/data/");
        Assert.Equal(3, keys.Count);
        Assert.All(keys, key => Assert.Matches(@"^orders/s1/data/\d{8}_\d{6}_\d{5}_[a-z0-9]{5}_[0-9a-f-]{36}$", key));
        Assert.Equal(["1|n", "2|n", "3|n", "4|n", "5|n", "6|late"], await SelectAsync("select order_id, note from recommender_uat_clean.orders order by 1"));
        var results = await Client.GetQueryResultsAsync(new() { QueryExecutionId = first.QueryExecutionId }, Cancellation);
        Assert.Equal(5, results.UpdateCount);
        var manifest = System.Text.Encoding.UTF8.GetString(Server.Objects.Read(Stack.Results, first.Statistics.DataManifestLocation[$"s3://{Stack.Results}/".Length..]));
        Assert.Equal(2, manifest.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_query_without_rows_writes_no_file()
    {
        await MoveAsync(Orders, "orders/s1/data/");

        var execution = await RunAsync("insert into recommender_uat_clean.orders (order_id) select 1 where false");

        Assert.Empty(Keys(Zone.Clean, "orders/"));
        Assert.Equal(0, (await Client.GetQueryResultsAsync(new() { QueryExecutionId = execution.QueryExecutionId }, Cancellation)).UpdateCount);
    }

    [Fact]
    public async Task Rows_by_day_go_to_the_day_s_folder()
    {
        await MoveAsync(Sales, "sales/s1/data/");

        // Partition columns are the last ones.
        await RunAsync("insert into recommender_uat_curated.sales select x, cast(date_add('day', x, date '2011-01-01') as date) from unnest(sequence(1, 3)) as t(x)");

        Assert.Equal(["day=2011-01-02", "day=2011-01-03", "day=2011-01-04"], Keys(Zone.Curated, "sales/s1/data/").Select(key => key.Split('/')[3]));
        Assert.Equal(["2011-01-02|1", "2011-01-03|2", "2011-01-04|3"], await SelectAsync("select day, amount from recommender_uat_curated.sales order by 1"));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task At_most_a_hundred_partitions_are_written_at_once(int days, bool fits)
    {
        await MoveAsync(Sales, "sales/s1/data/");

        var execution = await EndAsync(await StartAsync(
            $"insert into recommender_uat_curated.sales select 1, cast(date_add('day', x, date '2011-01-01') as date) from unnest(sequence(1, {days})) as t(x)"));

        Assert.Equal(fits ? QueryExecutionState.SUCCEEDED : QueryExecutionState.FAILED, execution.Status.State);
        if (!fits)
        {
            Assert.StartsWith("HIVE_TOO_MANY_OPEN_PARTITIONS: Exceeded limit of 100 open writers for partitions/buckets", execution.Status.StateChangeReason, StringComparison.Ordinal);
            Assert.False(execution.Status.AthenaError.Retryable);
        }
    }

    [Theory]
    [InlineData("select cast(1 as bigint)", "Table: [bigint, integer, double, varchar, boolean, timestamp(3)], Query: [bigint]")]
    [InlineData("select 1, cast(1 as bigint), 1e0, 'x', true, null", "Query: [integer, bigint, double, varchar, boolean, unknown]")]
    [InlineData("select 1, 1, 'x', 'x', true, null", "Query: [integer, integer, varchar, varchar, boolean, unknown]")]
    public async Task Columns_that_do_not_fit_are_refused_and_nothing_is_written(string query, string types)
    {
        await MoveAsync(Orders, "orders/s1/data/");

        var status = await FailAsync($"insert into recommender_uat_clean.orders {query}");

        Assert.StartsWith("TYPE_MISMATCH: line 1:1: Insert query has mismatched column types: Table: [", status.StateChangeReason, StringComparison.Ordinal);
        Assert.EndsWith(types, status.StateChangeReason, StringComparison.Ordinal);
        Assert.Empty(Keys(Zone.Clean, "orders/"));
    }

    [Fact]
    public async Task Narrow_numbers_widen()
    {
        await MoveAsync(Orders, "orders/s1/data/");

        await RunAsync("insert into recommender_uat_clean.orders select cast(1 as integer), cast(2 as smallint), 3, 'x', null, date '2011-01-04'");

        Assert.Equal(["1|2|3.0|2011-01-04 00:00:00.000"], await SelectAsync("select order_id, items, total, placed_at from recommender_uat_clean.orders"));
    }

    [Fact]
    public async Task An_insert_may_fail_after_half_of_its_files()
    {
        await MoveAsync(Sales, "sales/s1/data/");
        Inject(new() { Kind = QueryFaultKind.FailedHalfWritten, Match = "insert into", Reason = "Query exhausted resources at this scale factor", Retryable = true });

        var status = await FailAsync("insert into recommender_uat_curated.sales select 1, cast(date_add('day', x, date '2011-01-01') as date) from unnest(sequence(1, 5)) as t(x)");

        Assert.Equal("Query exhausted resources at this scale factor", status.StateChangeReason);
        Assert.True(status.AthenaError.Retryable);
        Assert.Equal(3, Keys(Zone.Curated, "sales/s1/data/").Count);
    }
}
