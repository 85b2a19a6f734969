using Amazon.Athena;
using Amazon.Athena.Model;
using Recommender.Lake.Athena;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Tests.Athena;

public sealed class AthenaResultTests : AthenaTest
{
    public AthenaResultTests() => Athena.Runs.Enqueue([Succeeded]);

    /// <summary>A type, the text of a value, and the value.</summary>
    public static TheoryData<string, string?, object?> Values => new()
    {
        { "bigint", "-9223372036854775808", long.MinValue },
        { "integer", "2147483647", int.MaxValue },
        { "smallint", "-7", -7 },
        { "double", "0.1", 0.1 },
        { "double", "1.0E-9", 1e-9 },
        { "double", "NaN", double.NaN },
        { "double", "Infinity", double.PositiveInfinity },
        { "double", "-Infinity", double.NegativeInfinity },
        { "float", "2.5", 2.5 },
        { "decimal", "-12345678901234567890.123", -12345678901234567890.123m },
        { "boolean", "true", true },
        { "boolean", "false", false },
        { "varchar", "", "" },
        { "varchar", "12", "12" },
        { "date", "2011-01-04", new DateOnly(2011, 1, 4) },
        { "timestamp", "2011-01-04 12:34:56.789", new DateTime(2011, 1, 4, 12, 34, 56, 789, DateTimeKind.Utc) },
        { "timestamp", "2011-01-04 12:34:56", new DateTime(2011, 1, 4, 12, 34, 56, DateTimeKind.Utc) },
        { "array", "[1, 2]", "[1, 2]" },
        { "bigint", null, null },
        { "varchar", null, null },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Values_have_their_column_s_type(string type, string? text, object? value)
    {
        var read = AthenaValue.Read(text, type);
        Assert.Equal(value, read);
        Assert.Equal((value as DateTime?)?.Kind, (read as DateTime?)?.Kind);
    }

    [Fact]
    public void Pages_are_read_to_their_end_and_the_line_of_names_is_skipped_once()
    {
        (string, string)[] columns = [("name", "varchar"), ("n", "bigint")];
        Athena.Results.Add(FakeAthena.Page("two", columns, ["name", "n"], ["apple", "1"]));
        Athena.Results.Add(FakeAthena.Page("three", columns, ["name", null]));
        Athena.Results.Add(FakeAthena.Page(null, columns, ["pear", "3"]));
        var query = Run(Select);
        Assert.Equal([new("name", "varchar"), new("n", "bigint")], query.Columns);
        Assert.Equal([["apple", 1L], ["name", null], ["pear", 3L]], query.Rows(Token));
        Assert.Equal([null, "two", "three"], Athena.Pages);
        Assert.Equal(0, query.Written);
    }

    [Fact]
    public void Rows_of_other_statements_have_no_line_of_names()
    {
        Athena.Results.Add(FakeAthena.Page(null, [("tab_name", "string")], ["orders"]));
        Assert.Equal([["orders"]], Run("show tables in shop").Rows(Token));
    }

    [Theory]
    [InlineData("Query Plan")]
    [InlineData(null)]
    public void A_plan_has_no_line_of_names_whether_or_not_it_came_with_one(string? names)
    {
        string?[][] plan = [["Fragment 0"], ["  Output"]];
        Athena.Results.Add(FakeAthena.Page(null, [("Query Plan", "varchar")], names is null ? plan : [[names], .. plan]));
        Assert.Equal([["Fragment 0"], ["  Output"]], Run("explain select 1").Rows(Token));
    }

    [Fact]
    public void An_insert_tells_how_many_rows_it_wrote()
    {
        Athena.Results.Add(new GetQueryResultsResponse { UpdateCount = 42, ResultSet = new ResultSet { Rows = [], ResultSetMetadata = new ResultSetMetadata() } });
        var query = Run(Insert);
        Assert.Equal(42, query.Written);
        Assert.Empty(query.Rows(Token));
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_named()
    {
        Athena.Results.Add(FakeAthena.Page(null, [("d", "decimal")], ["d"], ["1" + new string('0', 35)]));
        var error = Assert.Throws<EnvironmentException>(() => Run(Select).Rows(Token).ToList());
        Assert.Contains("query-1: column d holds '1000", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(10_485_760, 10)]
    [InlineData(10_485_761, 11)]
    [InlineData(1L << 40, 1_048_576)]
    public void The_cost_is_of_whole_megabytes_and_of_ten_at_least(long scanned, long megabytes)
    {
        Athena.Runs.Clear();
        Athena.Runs.Enqueue([FakeAthena.State(QueryExecutionState.SUCCEEDED, scanned: scanned)]);
        Athena.Results.Add(FakeAthena.Page(null, [("x", "integer")], ["x"]));
        var statistics = Run(Select).Statistics;
        Assert.Equal(5m * megabytes / 1_048_576, statistics.Cost);
        Assert.Equal((scanned, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(2)), (statistics.BytesScanned, statistics.Queued, statistics.Ran));
    }

    [Fact]
    public void A_result_that_is_given_again_costs_nothing()
    {
        var reused = FakeAthena.State(QueryExecutionState.SUCCEEDED);
        reused.Statistics.ResultReuseInformation = new ResultReuseInformation { ReusedPreviousResult = true };
        Athena.Runs.Clear();
        Athena.Runs.Enqueue([reused]);
        Athena.Results.Add(FakeAthena.Page(null, [("x", "integer")], ["x"]));
        var statistics = Run(Select).Statistics;
        Assert.Equal((true, 0m), (statistics.Reused, statistics.Cost));
    }
}
