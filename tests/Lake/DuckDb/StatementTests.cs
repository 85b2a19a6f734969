using Recommender.Lake.DuckDb;

namespace Recommender.Lake.Tests.DuckDb;

public sealed class StatementTests : DuckDbTest
{
    [Fact]
    public void Every_overload_binds_its_type()
    {
        Assert.Equal(("BIGINT", long.MinValue), Echo(s => s.Bind(1, long.MinValue)));
        Assert.Equal(("INTEGER", int.MaxValue), Echo(s => s.Bind(1, int.MaxValue)));
        Assert.Equal(("DOUBLE", -0.5), Echo(s => s.Bind(1, -0.5)));
        Assert.Equal(("BOOLEAN", true), Echo(s => s.Bind(1, true)));
        Assert.Equal(("DATE", new DateOnly(2026, 2, 28)), Echo(s => s.Bind(1, new DateOnly(2026, 2, 28))));
        Assert.Equal(("TIME", new TimeOnly(1, 2, 3)), Echo(s => s.Bind(1, new TimeOnly(1, 2, 3))));
        var time = new DateTime(1950, 2, 3, 4, 5, 6, 7, 8);
        Assert.Equal(("TIMESTAMP", time), Echo(s => s.Bind(1, time)));
        Assert.Equal(("TIMESTAMP WITH TIME ZONE", time), Echo(s => s.Bind(1, DateTime.SpecifyKind(time, DateTimeKind.Utc))));
        Assert.Equal(("DECIMAL(3,2)", -1.25m), Echo(s => s.Bind(1, -1.25m)));
        Assert.Equal(("DECIMAL(29,0)", decimal.MaxValue), Echo(s => s.Bind(1, decimal.MaxValue)));
        Assert.Equal(("VARCHAR", "día\0🛒"), Echo(s => s.Bind(1, "día\0🛒")));
        Assert.Equal(("VARCHAR", ""), Echo(s => s.Bind(1, "")));
        Assert.Equal(new byte[] { 0, 255 }, Echo(s => s.Bind(1, [0, 255])).Value);
        Assert.Equal(Array.Empty<byte>(), Echo(s => s.Bind(1, Array.Empty<byte>())).Value);
        Assert.Null(Echo(s => s.BindNull(1)).Value);
        Assert.Null(Echo(s => s.Bind(1, (string?)null)).Value);
        Assert.Null(Echo(s => s.Bind(1, (byte[]?)null)).Value);
        Assert.Equal(5, Echo(s => s.Bind(1, (object)5)).Value);
    }

    [Fact]
    public void A_statement_is_run_again_with_other_values()
    {
        Execute("CREATE TABLE t (i INTEGER, s VARCHAR)");
        using var insert = Connection.Prepare("INSERT INTO t VALUES (?, ?)");
        Assert.Equal(2, insert.ParameterCount);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(1, insert.Bind(1, i).Bind(2, $"row {i}").Execute(Token));
        }
        using var select = Connection.Prepare("SELECT s FROM t WHERE i = $1");
        foreach (var i in (int[])[3, 9])
        {
            using var result = select.Bind(1, i).Query(Token);
            Assert.True(result.TryRead(out var chunk));
            Assert.Equal($"row {i}", chunk.GetString(0, 0));
        }
    }

    [Fact]
    public void Faults_of_the_caller_are_told()
    {
        using var statement = Connection.Prepare("SELECT ?::INTEGER + ?::INTEGER");
        Assert.Throws<ArgumentOutOfRangeException>(() => statement.Bind(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => statement.Bind(3, 1));
        Assert.Throws<NotSupportedException>(() => statement.Bind(1, new Uri("https://example.org")));
        Assert.Throws<DuckDbSqlException>(() => statement.Bind(1, 1).Query(Token));
        Assert.Equal(DuckDbErrorKind.Conversion, Assert.Throws<DuckDbSqlException>(() => statement.Bind(1, "x").Bind(2, 1).Execute(Token)).Kind);
        Assert.Equal(0, statement.Bind(1, "1").Execute(Token));
        Assert.Throws<DuckDbSqlException>(() => Connection.Prepare("SELECT 1; SELECT 2"));
        Assert.Throws<DuckDbSqlException>(() => Connection.Prepare("SELEC 1"));
    }

    [Fact]
    public void A_disposed_statement_refuses_and_its_result_stays()
    {
        var statement = Connection.Prepare("SELECT * FROM range(5000) WHERE range >= ?");
        using var result = statement.Bind(1, 10).Query(Token);
        statement.Dispose();
        Assert.Equal(4990, result.Chunks().Sum(chunk => chunk.Count));
        Assert.Throws<ObjectDisposedException>(() => statement.Bind(1, 1));
        Assert.Throws<ObjectDisposedException>(() => statement.Execute(Token));
    }

    private (string Type, object? Value) Echo(Func<DuckDbStatement, DuckDbStatement> bind)
    {
        using var statement = Connection.Prepare("SELECT typeof(v), v FROM (SELECT ? AS v)");
        Assert.Same(statement, bind(statement));
        using var result = statement.Query(Token);
        Assert.True(result.TryRead(out var chunk));
        return (chunk.GetString(0, 0), chunk.GetValue(1, 0));
    }
}
