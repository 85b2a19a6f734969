using Amazon.Athena;
using Recommender.Lake.Tables;

namespace Recommender.Emulator.Tests.Athena;

public sealed class SelectTests : AthenaEmulatorTest
{
    [Fact]
    public async Task A_table_that_was_never_published_is_empty_and_has_its_columns()
    {
        Assert.Equal(["0|null"], await SelectAsync("select count(*), max(note) from recommender_uat_clean.orders"));
        Assert.Equal(["0"], await SelectAsync("select count(*) from recommender_uat_clean.orders__quarantine"));
        Assert.Equal(["0"], await SelectAsync("select count(day) from recommender_uat_curated.sales"));
    }

    [Fact]
    public async Task Values_are_written_as_Athena_writes_them()
    {
        var rows = await SelectAsync("""
            select cast(1 as bigint), 1.0e0, 1e10, cast('NaN' as double), cast(0.0001 as double), true, null, date '2011-01-04',
              timestamp '2011-01-04 05:06:07.008', 1.50, 'a "b", c', array[1, 2], cast('infinity' as double)
            """);

        Assert.Equal(["""1|1.0|1.0E10|NaN|1.0E-4|true|null|2011-01-04|2011-01-04 05:06:07.008|1.50|a "b", c|[1, 2]|Infinity"""], rows);
    }

    [Fact]
    public async Task Columns_are_found_by_name_and_one_that_a_file_lacks_is_null()
    {
        Put(Zone.Clean, "orders/s1/data/part-0.parquet", "select 'first' as note, 1::bigint as order_id, 3::integer as items");
        Put(Zone.Clean, "orders/s1/data/part-1.parquet", "select 2::bigint as ORDER_ID, 2.5::double as total");
        await MoveAsync(Orders, "orders/s1/data/");

        Assert.Equal(
            ["1|3|null|first|null|null", "2|null|2.5|null|null|null"],
            await SelectAsync("select * from recommender_uat_clean.orders order by order_id"));
    }

    [Fact]
    public async Task A_file_whose_type_differs_from_the_table_s_makes_the_query_fail()
    {
        Put(Zone.Clean, "orders/s1/data/part-0.parquet", "select 1::bigint as order_id, 3::bigint as items");
        await MoveAsync(Orders, "orders/s1/data/");

        var status = await FailAsync("select * from recommender_uat_clean.orders");

        Assert.Equal(
            "HIVE_BAD_DATA: Field items's type INT64 in parquet file s3://recommender-uat-clean/orders/s1/data/part-0.parquet is incompatible with type integer defined in table schema",
            status.StateChangeReason);
    }

    [Fact]
    public async Task Files_that_begin_with_an_underscore_or_a_dot_are_not_read()
    {
        Put(Zone.Clean, "orders/s1/data/part-0.parquet", "select 1::bigint as order_id");
        Put(Zone.Clean, "orders/s1/data/_part-1.parquet", "select 2::bigint as order_id");
        Put(Zone.Clean, "orders/s1/data/.part-2.parquet", "select 3::bigint as order_id");
        Put(Zone.Clean, "orders/s1/data/_staged/part-3.parquet", "select 4::bigint as order_id");
        Put(Zone.Clean, "orders/s1/quarantine/part-4.parquet", "select 5::bigint as order_id");
        await MoveAsync(Orders, "orders/s1/data/");

        Assert.Equal(["1"], await SelectAsync("select order_id from recommender_uat_clean.orders"));
    }

    [Fact]
    public async Task Only_days_of_the_projected_range_are_seen_and_their_day_is_the_folder_s()
    {
        Put(Zone.Curated, "sales/s1/data/day=2011-01-04/part-0.parquet", "select 10::bigint as amount");
        Put(Zone.Curated, "sales/s1/data/day=2011-01-05/part-0.parquet", "select 20::bigint as amount");
        Put(Zone.Curated, "sales/s1/data/day=2009-12-31/part-0.parquet", "select 30::bigint as amount");
        Put(Zone.Curated, "sales/s1/data/day=2999-01-01/part-0.parquet", "select 40::bigint as amount");
        Put(Zone.Curated, "sales/s1/data/day=2011-1-6/part-0.parquet", "select 50::bigint as amount");
        Put(Zone.Curated, "sales/s1/data/part-0.parquet", "select 60::bigint as amount");
        await MoveAsync(Sales, "sales/s1/data/");

        Assert.Equal(
            ["2011-01-04|10", "2011-01-05|20"],
            await SelectAsync("select day, amount from recommender_uat_curated.sales order by day"));
    }

    [Fact]
    public async Task Trino_s_arithmetic_and_functions_are_used()
    {
        Assert.Equal(
            ["3|1|7|31|2.0|9.5|1|null"],
            await SelectAsync("""
                select 7 / 2, 7 % 2, day_of_week(date '2026-11-22'), date_diff('day', date '2026-01-01', date '2026-02-01'),
                  json_format(cast(cast(2 as double) as json)), json_format(cast(9.5e0 as json)), count_if(true), concat('a', cast(null as varchar))
                """));
    }

    [Fact]
    public async Task Columns_without_a_name_are_numbered()
    {
        var execution = await RunAsync("select 1 as Number, count(*), current_date, t.x as \"A b\", t.x from (values (1)) as t(x) group by 5");

        var results = await Client.GetQueryResultsAsync(new() { QueryExecutionId = execution.QueryExecutionId }, Cancellation);

        Assert.Equal(["number", "_col1", "_col2", "a b", "x"], results.ResultSet.Rows[0].Data.Select(datum => datum.VarCharValue));
        Assert.Equal(["integer", "bigint", "date", "integer", "integer"], results.ResultSet.ResultSetMetadata.ColumnInfo.Select(column => column.Type));
    }

    [Fact]
    public async Task Results_come_in_pages_with_the_header_first_and_once()
    {
        var execution = await RunAsync("select x from unnest(sequence(1, 2500)) as t(x) order by x");

        var rows = new List<string>();
        string? next = null;
        do
        {
            var page = await Client.GetQueryResultsAsync(new() { QueryExecutionId = execution.QueryExecutionId, NextToken = next, MaxResults = 1000 }, Cancellation);
            Assert.InRange(page.ResultSet.Rows.Count, 1, 1000);
            rows.AddRange(page.ResultSet.Rows.Select(row => row.Data[0].VarCharValue));
            next = page.NextToken;
        }
        while (next is not null);

        Assert.Equal(["x", .. Enumerable.Range(1, 2500).Select(number => $"{number}")], rows);
        await Assert.ThrowsAsync<Amazon.Athena.Model.InvalidRequestException>(
            () => Client.GetQueryResultsAsync(new() { QueryExecutionId = execution.QueryExecutionId, MaxResults = 1001 }, Cancellation));
    }

    [Fact]
    public async Task The_result_lies_as_CSV_where_the_workgroup_says_whatever_the_client_says()
    {
        var started = await Client.StartQueryExecutionAsync(
            new()
            {
                QueryString = "select 'a \"b\"' as x, null as y",
                WorkGroup = Stack.Workgroup,
                ResultConfiguration = new() { OutputLocation = "s3://elsewhere/" },
            },
            Cancellation);
        var execution = await EndAsync(started.QueryExecutionId);

        Assert.Equal($"s3://{Stack.Results}/jobs/{started.QueryExecutionId}.csv", execution.ResultConfiguration.OutputLocation);
        Assert.Equal("\"x\",\"y\"\n\"a \"\"b\"\"\",\n", System.Text.Encoding.UTF8.GetString(Server.Objects.Read(Stack.Results, $"jobs/{started.QueryExecutionId}.csv")));
    }

    [Fact]
    public async Task Bytes_scanned_are_those_of_the_files()
    {
        Put(Zone.Clean, "orders/s1/data/part-0.parquet", "select range as order_id from range(1000)");
        await MoveAsync(Orders, "orders/s1/data/");

        var execution = await RunAsync("select sum(order_id) from recommender_uat_clean.orders");

        Assert.Equal(Server.Objects.List(Stack.Bucket(Zone.Clean), "orders/s1/").Sum(stored => stored.Size), execution.Statistics.DataScannedInBytes);
        Assert.Equal(StatementType.DML, execution.StatementType);
    }

    [Fact]
    public async Task The_context_s_database_is_that_of_names_without_one()
    {
        var started = await Client.StartQueryExecutionAsync(
            new()
            {
                QueryString = "with orders_2 as (select * from orders) select count(*) from orders_2, awsdatacatalog.recommender_uat_curated.sales",
                WorkGroup = Stack.Workgroup,
                QueryExecutionContext = new() { Database = Stack.Database(Zone.Clean), Catalog = "AwsDataCatalog" },
            },
            Cancellation);

        Assert.Equal(QueryExecutionState.SUCCEEDED, (await EndAsync(started.QueryExecutionId)).Status.State);
    }

    [Fact]
    public async Task Statements_about_the_catalog_are_answered()
    {
        var tables = await RunAsync("SHOW TABLES IN recommender_uat_clean");
        var columns = await RunAsync("DESCRIBE recommender_uat_curated.sales");

        var named = await Client.GetQueryResultsAsync(new() { QueryExecutionId = tables.QueryExecutionId }, Cancellation);
        var described = await Client.GetQueryResultsAsync(new() { QueryExecutionId = columns.QueryExecutionId }, Cancellation);
        Assert.Equal(["orders", "orders__quarantine"], named.ResultSet.Rows.Select(row => row.Data[0].VarCharValue));
        Assert.Equal(["amount", "day"], described.ResultSet.Rows.Select(row => row.Data[0].VarCharValue.Split(' ')[0]));
        Assert.NotEmpty(await SelectAsync("explain select 1"));
    }
}
