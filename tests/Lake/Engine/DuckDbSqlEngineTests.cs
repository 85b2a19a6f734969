using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Engine;

public sealed class DuckDbSqlEngineTests : LakeTest
{
    private readonly DuckDbSqlEngine _engine;

    public DuckDbSqlEngineTests() => _engine = new DuckDbSqlEngine(Lake.Connection, Lake.Clock);

    [Fact]
    public void Values_are_of_the_few_types_that_every_engine_gives()
    {
        using var query = Run("""
            select cast(1 as tinyint) as tiny, 2 as small, 3::bigint as big, 0.5::float as narrow, 'nan'::double as wide, true as yes, 'text' as words,
              date '2011-01-04' as day, timestamp '2011-01-04 12:34:56.789' as moment, 1.25::decimal(9, 2) as money, 5::hugeint as huge, null as nothing
            """);
        Assert.Equal(
            [1, 2, 3L, 0.5, double.NaN, true, "text", new DateOnly(2011, 1, 4), new DateTime(2011, 1, 4, 12, 34, 56, 789, DateTimeKind.Utc), 1.25m, "5", null],
            Assert.Single(query.Rows(Token)));
        Assert.Equal(["tinyint", "integer", "bigint", "float", "double", "boolean", "varchar", "date", "timestamp", "decimal(9,2)", "hugeint"], query.Columns.Take(11).Select(column => column.Type));
        Assert.Equal((SqlDialect.DuckDb, 0L), (_engine.Dialect, query.Written));
    }

    [Fact]
    public void What_a_statement_wrote_is_told()
    {
        using var made = Run("create table t as select i from range(7) as r(i)");
        using var inserted = Run("insert into t select i from range(5) as r(i)");
        Assert.Equal(5, inserted.Written);
        Assert.Empty(inserted.Rows(Token));
    }

    [Theory]
    [InlineData("selec 1", typeof(CallerException))]
    [InlineData("select * from nowhere", typeof(CallerException))]
    [InlineData("select cast('a' as integer)", typeof(DataException))]
    [InlineData("select cast(range as tinyint) from range(1000)", typeof(DataException))]
    public void A_failure_is_laid_at_the_door_of_who_caused_it(string sql, Type exception)
    {
        var error = Assert.Throws(exception, () =>
        {
            using var query = Run(sql);
            _ = query.Rows(Token).Count();
        });
        Assert.EndsWith($"in: {sql}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_not_there_before_the_statement_was_waited_for()
    {
        using var query = _engine.Start(new SqlStatement("select 1"), Token);
        Assert.Throws<InvalidOperationException>(() => query.Rows(Token).ToList());
    }

    [Fact]
    public void A_cancelled_statement_is_cancelled()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var query = _engine.Start(new SqlStatement("select count(*) from range(100000000000) as r(i) where i % 7 = 3"), cancel.Token);
        cancel.CancelAfter(TimeSpan.FromMilliseconds(50));
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            query.Wait(cancel.Token);
            _ = query.Rows(cancel.Token).Count();
        });
    }

    private ISqlQuery Run(string sql)
    {
        var query = _engine.Start(new SqlStatement(sql), Token);
        query.Wait(Token);
        return query;
    }
}
