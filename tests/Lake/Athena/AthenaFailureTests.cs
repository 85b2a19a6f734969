using Amazon.Athena;
using Recommender.Lake.Athena;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Tests.Athena;

public sealed class AthenaFailureTests : AthenaTest
{
    [Theory]
    [InlineData("SYNTAX_ERROR: line 1:8: Column 'x' cannot be resolved", typeof(CallerException))]
    [InlineData("TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.shop.x' does not exist", typeof(CallerException))]
    [InlineData("COLUMN_NOT_FOUND: line 1:8: Column 'x' cannot be resolved", typeof(CallerException))]
    [InlineData("TYPE_MISMATCH: line 1:8: '+' cannot be applied to varchar, integer", typeof(CallerException))]
    [InlineData("HIVE_TOO_MANY_OPEN_PARTITIONS: Exceeded limit of 100 open writers for partitions/buckets.", typeof(CallerException))]
    [InlineData("DIVISION_BY_ZERO: / by zero", typeof(DataException))]
    [InlineData("INVALID_CAST_ARGUMENT: Cannot cast 'a' to INT", typeof(DataException))]
    [InlineData("NUMERIC_VALUE_OUT_OF_RANGE: Out of range for integer: 4294967296", typeof(DataException))]
    [InlineData("HIVE_METASTORE_ERROR: no table", typeof(EnvironmentException))]
    [InlineData("Insufficient permissions to execute the query.", typeof(EnvironmentException))]
    [InlineData("Query timeout", typeof(EnvironmentException))]
    public void A_failure_is_laid_at_the_door_of_who_caused_it(string reason, Type exception)
    {
        Athena.Runs.Enqueue([Running, Failed(reason)]);
        var error = Assert.Throws(exception, () => Run(Select));
        Assert.Equal($"Athena query query-1 failed: {reason}\nin: select 1 from \"shop_test_clean\".\"orders\"", error.Message);
        Assert.Single(Athena.Starts);
    }

    [Theory]
    [InlineData("INVALID_SPATIAL_PARTITIONING: no such", 2, typeof(CallerException))]
    [InlineData("INVALID_SPATIAL_PARTITIONING: no such", 1, typeof(EnvironmentException))]
    [InlineData("HIVE_CANNOT_OPEN_SPLIT: Access Denied (Service: Amazon S3; Status Code: 403)", 2, typeof(EnvironmentException))]
    [InlineData("PERMISSION_DENIED: Insufficient permissions", 2, typeof(EnvironmentException))]
    public void A_code_of_the_engine_s_that_is_not_known_goes_by_Athena_s_category(string reason, int category, Type exception)
    {
        Athena.Runs.Enqueue([Failed(reason, category: category)]);
        Assert.Throws(exception, () => Run(Select));
    }

    [Theory]
    [InlineData("an internal mishap", true)]
    [InlineData("Query exhausted resources at this scale factor", null)]
    [InlineData("HIVE_CURSOR_ERROR: Please reduce your request rate. (Service: Amazon S3; Status Code: 503)", null)]
    public void A_select_that_failed_in_passing_is_run_again_as_a_new_start(string reason, bool? retryable)
    {
        Athena.Runs.Enqueue([Failed(reason, retryable)]);
        Athena.Runs.Enqueue([Running, Failed(reason, retryable)]);
        Athena.Runs.Enqueue([Succeeded]);
        Athena.Results.Add(FakeAthena.Page(null, [("x", "integer")], ["x"], ["1"]));
        var query = Run(Select);
        Assert.Equal([[1]], query.Rows(Token));
        Assert.Equal("query-3", query.Id);
        Assert.Equal(3, Athena.Starts.Select(start => start.ClientRequestToken).Distinct().Count());
        // Only the one that succeeded is billed; all took time.
        Assert.Equal((AthenaPrice.Of(0, 5m), TimeSpan.FromSeconds(6)), (query.Statistics.Cost, query.Statistics.Ran));
    }

    [Fact]
    public void A_select_is_not_run_again_for_ever()
    {
        Athena.Runs.Enqueue([Failed("Query exhausted resources at this scale factor")]);
        var error = Assert.Throws<EnvironmentException>(() => Run(Select));
        Assert.StartsWith("Athena query query-3 failed 3 times: Query exhausted", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, Athena.Starts.Count);
    }

    [Fact]
    public void An_insert_is_never_run_again_for_its_files_may_lie_there()
    {
        Athena.Runs.Enqueue([Failed("Query exhausted resources at this scale factor", retryable: true)]);
        var error = Assert.Throws<EnvironmentException>(() => Run(Insert));
        Assert.Single(Athena.Starts);
        Assert.Contains("the step may be tried anew", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_at_fault_is_not_run_again_whatever_Athena_says()
    {
        Athena.Runs.Enqueue([Failed("DIVISION_BY_ZERO: / by zero", retryable: true)]);
        Assert.Throws<DataException>(() => Run(Select));
        Assert.Single(Athena.Starts);
    }

    [Fact]
    public void A_query_that_somebody_else_stopped_says_so()
    {
        Athena.Runs.Enqueue([FakeAthena.State(QueryExecutionState.CANCELLED, "Query cancelled! : Bytes scanned limit was exceeded")]);
        var error = Assert.Throws<EnvironmentException>(() => Run(Select));
        Assert.Contains("it was cancelled: Query cancelled! : Bytes scanned limit was exceeded", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_first_lines_of_a_long_statement_are_told()
    {
        Athena.Runs.Enqueue([Failed("Query timeout")]);
        var error = Assert.Throws<EnvironmentException>(() => Run("select\n" + string.Join(",\n", Enumerable.Range(0, 50))));
        Assert.EndsWith("6,…", error.Message, StringComparison.Ordinal);
    }
}
