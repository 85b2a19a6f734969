using Amazon.Athena;
using Amazon.Athena.Model;
using Recommender.AwsEmulator.Faults;
using Recommender.Lake.Tables;

namespace Recommender.Emulator.Tests.Athena;

public sealed class FailureTests : AthenaEmulatorTest
{
    [Theory]
    [InlineData("select x from recommender_uat_clean.orders", "COLUMN_NOT_FOUND: line 1:8: Column 'x' cannot be resolved or requester is not authorized to access requested resources")]
    [InlineData("select 1\nfrom recommender_uat_clean.order", "TABLE_NOT_FOUND: line 2:6: Table 'awsdatacatalog.recommender_uat_clean.order' does not exist")]
    [InlineData("select 1 from nowhere.orders", "SCHEMA_NOT_FOUND: line 1:15: Schema 'nowhere' does not exist")]
    [InlineData("select 1, isodow(date '2011-01-04')", "FUNCTION_NOT_FOUND: line 1:11: Function 'isodow' not registered")]
    [InlineData("select cast(1 as hugeint)", "TYPE_NOT_FOUND: line 1:18: Unknown type: hugeint")]
    [InlineData("select note, count(*) from recommender_uat_clean.orders", "EXPRESSION_NOT_AGGREGATE: line 1:8: 'note' must be an aggregate expression or appear in GROUP BY clause")]
    [InlineData("insert into recommender_uat_clean.orders (order_id, x) select 1, 2", "COLUMN_NOT_FOUND: line 1:53: Insert column name does not exist in target table: x")]
    public async Task What_is_wrong_in_the_text_is_the_user_s_error(string sql, string reason)
    {
        var status = await FailAsync(sql);

        Assert.Equal(reason, status.StateChangeReason);
        Assert.Equal(reason, status.AthenaError.ErrorMessage);
        Assert.Equal(2, status.AthenaError.ErrorCategory);
        Assert.False(status.AthenaError.Retryable);
    }

    [Theory]
    [InlineData("select 1 / (x - x) from (values (1)) as t(x)", "DIVISION_BY_ZERO: Division by zero")]
    [InlineData("select mod(1, x - x) from (values (1)) as t(x)", "DIVISION_BY_ZERO: Division by zero")]
    [InlineData("select cast(x as integer) from (values ('abc')) as t(x)", "INVALID_CAST_ARGUMENT: Cannot cast 'abc' to INT")]
    [InlineData("select cast(x as integer) from (values (3000000000)) as t(x)", "INVALID_CAST_ARGUMENT: Out of range for int: 3000000000")]
    [InlineData("select x + cast(1 as integer) from (values (2147483647)) as t(x)", "NUMERIC_VALUE_OUT_OF_RANGE: Out of Range Error: Overflow in addition of INT32 (2147483647 + 1)!")]
    public async Task What_is_wrong_in_the_data_is_the_user_s_error_too(string sql, string reason)
    {
        var status = await FailAsync(sql);

        Assert.Equal(reason, status.StateChangeReason);
        Assert.Equal(2, status.AthenaError.ErrorCategory);
    }

    [Theory]
    [InlineData("select 1::bigint", "line 1:9: mismatched input '::'")]
    [InlineData("select [1, 2]", "line 1:8: mismatched input '['")]
    [InlineData("from recommender_uat_clean.orders", "line 1:1: mismatched input 'from'")]
    [InlineData("select 1 limit 5 offset 3", "line 1:18: mismatched input 'offset'")]
    [InlineData("select note, count(*) from recommender_uat_clean.orders group by all", "line 1:66: mismatched input 'all'")]
    [InlineData("select x from (values (1)) as t(x) qualify row_number() over (order by x) = 1", "line 1:36: mismatched input 'qualify'")]
    [InlineData("select * exclude (x) from (values (1)) as t(x)", "line 1:8: mismatched input '*'")]
    [InlineData("select 1,\n  from recommender_uat_clean.orders", "line 1:9: mismatched input ','")]
    [InlineData("select interval 1 day", "line 1:17: mismatched input '1'")]
    [InlineData("select {'a': 1}", "line 1:8: mismatched input '{'")]
    [InlineData("select 7 // 2", "line 1:10: mismatched input '//'")]
    [InlineData("select * form orders", "line 1:15: mismatched input 'orders'")]
    [InlineData("", "line 1:1: mismatched input '<EOF>'")]
    [InlineData("select `x`", "line 1:8: backquoted identifiers are not supported")]
    public async Task Text_outside_of_the_grammar_is_refused_at_the_start(string sql, string message)
    {
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => StartAsync(sql.Length == 0 ? "-- nothing" : sql));

        Assert.StartsWith(sql.Length == 0 ? "line 1:11: mismatched input '<EOF>'" : message, refused.Message, StringComparison.Ordinal);
        Assert.Equal("MALFORMED_QUERY", refused.AthenaErrorCode);
    }

    [Theory]
    [InlineData("select 1; select 2", "Only one sql statement is allowed. Got: select 1; select 2")]
    [InlineData("drop table x", "Queries of this type are not supported by the emulator: drop table")]
    public async Task Statements_that_are_not_taken_are_refused(string sql, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<InvalidRequestException>(() => StartAsync(sql))).Message);

    [Fact]
    public async Task A_query_may_fail_as_a_test_wishes_and_the_next_one_succeeds()
    {
        Inject(new() { Kind = QueryFaultKind.Failed, Match = "select 1", Reason = "Query exhausted resources at this scale factor", ErrorType = 3, Retryable = true });

        var status = await FailAsync("select 1");

        Assert.Equal((1, 3, true), (status.AthenaError.ErrorCategory, status.AthenaError.ErrorType, status.AthenaError.Retryable));
        await RunAsync("select 1");
    }

    [Fact]
    public async Task A_query_in_the_queue_can_be_stopped()
    {
        Inject(new() { Kind = QueryFaultKind.StuckInQueue });
        var id = await StartAsync("select 1");
        Assert.Equal(QueryExecutionState.QUEUED, (await GetAsync(id)).Status.State);

        await Client.StopQueryExecutionAsync(new() { QueryExecutionId = id }, Cancellation);

        var status = (await EndAsync(id)).Status;
        Assert.Equal((QueryExecutionState.CANCELLED, "Query cancelled by user"), (status.State, status.StateChangeReason));
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => Client.GetQueryResultsAsync(new() { QueryExecutionId = id }, Cancellation));
        Assert.Equal("Query did not finish successfully. Final query state: CANCELLED", refused.Message);
    }

    [Fact]
    public async Task A_query_at_work_can_be_stopped()
    {
        var id = await StartAsync("select count(*) from unnest(sequence(1, 100000000)) as a(x), unnest(sequence(1, 100000)) as b(y) where x * y % 7 = 3");
        while ((await GetAsync(id)).Status.State == QueryExecutionState.QUEUED)
        {
            await Task.Delay(5, Cancellation);
        }

        await Client.StopQueryExecutionAsync(new() { QueryExecutionId = id }, Cancellation);

        Assert.Equal(QueryExecutionState.CANCELLED, (await EndAsync(id)).Status.State);
    }

    [Fact]
    public async Task A_token_stands_for_one_query()
    {
        var token = new string('t', 64);

        var first = await StartAsync("select 1", token);

        Assert.Equal(first, await StartAsync("select 1", token));
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => StartAsync("select 2", token));
        Assert.Equal("Idempotent parameters do not match", refused.Message);
        Assert.NotEqual(first, await StartAsync("select 1"));
    }

    [Fact]
    public async Task A_young_result_is_given_again_even_where_the_table_has_changed()
    {
        await MoveAsync(Orders, "orders/s1/data/");
        var reuse = new ResultReuseConfiguration { ResultReuseByAgeConfiguration = new() { Enabled = true, MaxAgeInMinutes = 10 } };
        var request = new StartQueryExecutionRequest { QueryString = "select count(*) from recommender_uat_clean.orders", WorkGroup = Stack.Workgroup, ResultReuseConfiguration = reuse };
        var first = await EndAsync((await Client.StartQueryExecutionAsync(request, Cancellation)).QueryExecutionId);
        Put(Zone.Clean, "orders/s1/data/part-0.parquet", "select 1::bigint as order_id");

        request.ClientRequestToken = null;
        var second = await EndAsync((await Client.StartQueryExecutionAsync(request, Cancellation)).QueryExecutionId);

        Assert.False(first.Statistics.ResultReuseInformation.ReusedPreviousResult);
        Assert.True(second.Statistics.ResultReuseInformation.ReusedPreviousResult);
        Assert.Equal(["1"], await SelectAsync(request.QueryString));
    }

    [Fact]
    public async Task An_unknown_query_or_workgroup_is_said()
    {
        Assert.Equal("QueryExecution 8a9f was not found", (await Assert.ThrowsAsync<InvalidRequestException>(() => GetAsync("8a9f"))).Message);
        await Assert.ThrowsAsync<InvalidRequestException>(() => Client.StartQueryExecutionAsync(new() { QueryString = "select 1", WorkGroup = "other" }, Cancellation));
    }
}
