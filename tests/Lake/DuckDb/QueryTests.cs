using Recommender.Lake.DuckDb;

namespace Recommender.Lake.Tests.DuckDb;

public sealed class QueryTests : DuckDbTest
{
    [Fact]
    public void A_result_is_read_chunk_by_chunk()
    {
        using var result = Connection.Query("SELECT range::INTEGER AS i, 'row number ' || range AS s FROM range(10000)", Token);
        Assert.Equal(["i", "s"], result.Columns.Select(column => column.Name));
        Assert.Equal([DuckDbType.Integer, DuckDbType.Varchar], result.Columns.Select(column => column.Type));
        var (row, chunks) = (0, 0);
        foreach (var chunk in result.Chunks())
        {
            chunks++;
            var numbers = chunk.Column<int>(0);
            Assert.Equal(chunk.Count, numbers.Length);
            for (var i = 0; i < chunk.Count; i++, row++)
            {
                Assert.Equal(row, numbers[i]);
                Assert.Equal($"row number {row}", chunk.GetString(1, i));
            }
        }
        Assert.Equal(10_000, row);
        Assert.True(chunks > 1);
        Assert.False(result.TryRead(out _));
    }

    [Fact]
    public void A_huge_result_is_not_computed_before_it_is_read()
    {
        // 10^15 rows: only a streaming result gives the first of them.
        using var result = Connection.Query("SELECT a.range + b.range FROM range(100000000) a, range(10000000) b", Token);
        Assert.True(result.TryRead(out var chunk));
        Assert.InRange(chunk.Count, 1, DuckDbAppender.MaxChunkRows);
    }

    [Fact]
    public void Nulls_are_told_by_row_and_by_column()
    {
        using var result = Connection.Query("SELECT CASE WHEN i % 64 <> 63 THEN i END, i, CASE WHEN i < 64 THEN 'x' END FROM range(100) t(i)", Token);
        Assert.True(result.TryRead(out var chunk));
        Assert.True(chunk.HasNulls(0));
        Assert.False(chunk.HasNulls(1));
        Assert.True(chunk.HasNulls(2));
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(i == 63, chunk.IsNull(0, i));
            Assert.Equal(i >= 64, chunk.IsNull(2, i));
            Assert.Equal(i < 64 ? "x" : "", chunk.GetString(2, i));
        }
    }

    [Fact]
    public void Statements_run_in_turn_and_count_their_rows()
    {
        Assert.Equal(5, Execute("CREATE TABLE t (i INTEGER); INSERT INTO t VALUES (1), (2), (3); UPDATE t SET i = 9 WHERE i < 3; SELECT * FROM t;"));
        Assert.Equal(1, Execute("DELETE FROM t WHERE i = 3"));
        Assert.Equal(0, Execute(" ; -- nothing"));
        using var result = Connection.Query("INSERT INTO t VALUES (7); SELECT count(*) FROM t", Token);
        Assert.True(result.TryRead(out var chunk));
        Assert.Equal(3, chunk.Column<long>(0)[0]);
        Assert.Throws<DuckDbSqlException>(() => Connection.Query("", Token));
    }

    [Fact]
    public void Statements_before_a_failing_one_have_run()
    {
        Assert.Throws<DuckDbSqlException>(() => Execute("CREATE TABLE t (i INTEGER); INSERT INTO none VALUES (1); DROP TABLE t"));
        Assert.Equal(0, Scalar<int>("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Scalars_are_converted()
    {
        Assert.Equal(6L, Scalar<long>("SELECT sum(i) FROM (VALUES (1), (2), (3)) t(i)"));
        Assert.Equal(6, Scalar<int?>("SELECT 6::HUGEINT"));
        Assert.Equal(1.5, Scalar<double>("SELECT 1.5::DECIMAL(4,1)"));
        Assert.Equal("x", Scalar<string>("SELECT 'x'"));
        Assert.Equal(new DateOnly(2026, 1, 2), Scalar<DateOnly>("SELECT DATE '2026-01-02'"));
        Assert.Null(Scalar<int?>("SELECT NULL"));
        Assert.Null(Scalar<string>("SELECT 'x' WHERE false"));
        Assert.Throws<OverflowException>(() => Scalar<int>("SELECT 5000000000"));
        Assert.Throws<InvalidCastException>(() => Scalar<int>("SELECT [1]"));
    }

    [Fact]
    public void Reading_on_after_another_statement_is_refused()
    {
        using var result = Connection.Query("SELECT * FROM range(100000)", Token);
        Assert.True(result.TryRead(out _));
        Assert.Equal(1, Scalar<int>("SELECT 1"));
        var error = Assert.Throws<InvalidOperationException>(() => result.TryRead(out _));
        Assert.Contains("another statement", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chunk_is_gone_when_the_next_is_read()
    {
        var result = Connection.Query("SELECT * FROM range(5000)", Token);
        Assert.True(result.TryRead(out var first));
        Assert.True(result.TryRead(out var second));
        Assert.Throws<ObjectDisposedException>(() => first.GetValue(0, 0));
        result.Dispose();
        result.Dispose();
        Assert.Throws<ObjectDisposedException>(() => second.IsNull(0, 0));
        Assert.Throws<ObjectDisposedException>(() => result.TryRead(out _));
    }

    [Fact]
    public void An_error_on_the_way_is_thrown_not_taken_for_the_end()
    {
        using var result = Connection.Query("SELECT CASE WHEN range = 9000000 THEN error('row 9000000') ELSE 'x' END FROM range(10000000)", Token);
        var error = Assert.ThrowsAny<DuckDbException>(() => result.Chunks().Sum(chunk => chunk.Count));
        Assert.Contains("row 9000000", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Scalar<int>("SELECT 1"));
    }
}
