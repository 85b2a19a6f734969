using Recommender.AwsEmulator.Faults;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Tests.Building;

namespace Recommender.Lake.Tests.Athena;

/// <summary>The engine over the wire: Athena's answers as they are written.</summary>
public sealed class AthenaWireTests : AthenaBuildTest
{
    [Fact]
    public void Values_of_all_types_come_as_they_are()
    {
        using var query = Run("""
            select cast(-9223372036854775808 as bigint) as big, 7 as small, nan() as nothing_known, infinity() as endless, 0.1e0 as tenth, true as yes,
              'it''s, "quoted"' as words, date '2011-01-04' as day, timestamp '2011-01-04 12:34:56.789' as moment, cast(1.25 as decimal(9, 2)) as money, cast(null as varchar) as nothing, '' as empty
            """);
        Assert.Equal(
            [long.MinValue, 7, double.NaN, double.PositiveInfinity, 0.1, true, "it's, \"quoted\"", new DateOnly(2011, 1, 4), new DateTime(2011, 1, 4, 12, 34, 56, 789, DateTimeKind.Utc), 1.25m, null, ""],
            Assert.Single(query.Rows(Token)));
    }

    [Fact]
    public void More_rows_than_a_page_holds_come_in_order()
    {
        Items.Items = [.. Enumerable.Range(1, 2_500).Select(i => ((long)i, (string?)$"{i}"))];
        Lake.Build(Items);
        using var query = Run("select id from raw.items order by id");
        Assert.Equal([.. Enumerable.Range(1, 2_500).Select(i => (long)i)], query.Rows(Token).Select(row => (long)row[0]!));
        Assert.Equal(3, Lake.Server.Log.Of("athena", "GetQueryResults").Count(request => request.RequestBody.Contains(query.Id, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_earlier_result_is_given_again_where_that_is_allowed()
    {
        Lake.Build(Items);
        var statement = new SqlStatement("select count(*) from raw.items") { ReuseWithin = TimeSpan.FromHours(1) };
        var reused = new List<bool>();
        for (var i = 0; i < 2; i++)
        {
            using var query = Lake.Athena.Start(statement, Token);
            query.Wait(Token);
            reused.Add(query.Statistics.Reused);
            Assert.Equal([[2L]], query.Rows(Token));
        }

        Assert.Equal([false, true], reused);
    }

    [Fact]
    public void The_same_token_is_the_same_query()
    {
        Lake.Build(Items);
        var statement = new SqlStatement("select count(*) from raw.items") { Token = "run-1 count" };
        using var first = Lake.Athena.Start(statement, Token);
        using var second = Lake.Athena.Start(statement, Token);
        Assert.Equal(first.Id, second.Id);
    }

    [Theory]
    [InlineData("select colour from raw.items", typeof(CallerException))]
    [InlineData("select 1 from raw.nothing_such", typeof(CallerException))]
    [InlineData("select cast(name as integer) from raw.items", typeof(DataException))]
    [InlineData("select 1 / (id - id) from raw.items", typeof(DataException))]
    public void A_failure_is_laid_at_the_door_of_who_caused_it(string sql, Type exception)
    {
        Lake.Build(Items);
        Assert.Throws(exception, () => Run(sql));
    }

    [Fact]
    public void A_query_that_is_abandoned_is_stopped()
    {
        Lake.Build(Items);
        Lake.Server.Faults.Add(new QueryFault { Kind = QueryFaultKind.StuckInQueue });
        Lake.Athena.Start(new SqlStatement("select count(*) from raw.items"), Token).Dispose();
        Assert.Single(Lake.Server.Log.Of("athena", "StopQueryExecution"));
    }

    private ISqlQuery Run(string sql)
    {
        var query = Lake.Athena.Start(new SqlStatement(sql), Token);
        query.Wait(Token);
        return query;
    }
}
