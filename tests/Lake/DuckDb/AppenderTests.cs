using System.Text;
using Recommender.Lake.DuckDb;

namespace Recommender.Lake.Tests.DuckDb;

public sealed class AppenderTests : DuckDbTest
{
    [Fact]
    public void Chunks_arrive_in_order_with_nulls_and_texts()
    {
        Execute("CREATE TABLE t (i INTEGER, s VARCHAR, b BLOB)");
        using (var appender = Connection.Append("main", "t"))
        {
            for (var start = 0; start < 5000; start += DuckDbAppender.MaxChunkRows)
            {
                var rows = Math.Min(DuckDbAppender.MaxChunkRows, 5000 - start);
                var chunk = appender.NextChunk();
                var numbers = chunk.Column<int>(0);
                for (var row = 0; row < rows; row++)
                {
                    numbers[row] = start + row;
                    chunk.SetString(1, row, $"text number {start + row} é");
                    chunk.SetString(2, row, "raw"u8);
                    if ((start + row) % 3 == 0)
                    {
                        chunk.SetNull(1, row);
                    }
                }
                chunk.Commit(rows);
            }
            appender.Complete();
        }
        Assert.Equal(5000, Scalar<long>("SELECT count(*) FROM t"));
        Assert.Equal(1667, Scalar<long>("SELECT count(*) FROM t WHERE s IS NULL"));
        Assert.Equal(0, Scalar<long>("SELECT count(*) FROM t WHERE s IS NOT NULL AND s <> 'text number ' || i || ' é'"));
        Assert.Equal(Enumerable.Range(0, 5000), Column("SELECT i FROM t").Cast<int>());
        Assert.Equal("raw"u8.ToArray(), Value("SELECT b FROM t LIMIT 1"));
    }

    [Fact]
    public void A_chunk_starts_with_zeros_and_no_nulls()
    {
        Execute("CREATE TABLE t (i INTEGER, s VARCHAR)");
        using (var appender = Connection.Append("main", "t"))
        {
            var chunk = appender.NextChunk();
            chunk.Column<int>(0).Fill(7);
            chunk.SetString(1, 0, "a text longer than twelve bytes");
            chunk.SetNull(1, 1);
            chunk.Commit(2);
            appender.NextChunk().Commit(2);
            appender.Complete();
        }
        Assert.Equal([7, 7, 0, 0], Column("SELECT i FROM t").Cast<int>());
        Assert.Equal(["a text longer than twelve bytes", null, "", ""], Column("SELECT s FROM t"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("twelve bytes")]
    [InlineData("thirteen byte")]
    [InlineData("día, 日本, 🛒")]
    [InlineData("zero\0inside")]
    public void Texts_are_equal_to_the_same_texts_in_sql(string text)
    {
        Execute("CREATE TABLE t (s VARCHAR); CREATE TABLE u (s VARCHAR)");
        using (var appender = Connection.Append("main", "t"))
        {
            var chunk = appender.NextChunk();
            chunk.SetString(0, 0, "something that was there before");
            chunk.SetString(0, 0, text);
            chunk.SetString(0, 1, Encoding.UTF8.GetBytes(text));
            chunk.Commit(2);
            appender.Complete();
        }
        using var insert = Connection.Prepare("INSERT INTO u VALUES (?)");
        insert.Bind(1, text).Execute(Token);
        Assert.Equal(2, Scalar<long>("SELECT count(*) FROM t JOIN u USING (s)"));
        Assert.Equal([text, text], Column("SELECT s FROM t"));
    }

    [Fact]
    public void A_long_text_survives()
    {
        Execute("CREATE TABLE t (s VARCHAR)");
        var text = new string('é', 100_000);
        using (var appender = Connection.Append("main", "t"))
        {
            appender.AppendRow(text);
            appender.Complete();
        }
        Assert.Equal(text, Value("SELECT s FROM t"));
    }

    [Fact]
    public void Rows_of_a_disposed_appender_are_dropped_even_after_many_flushes()
    {
        Execute("CREATE TABLE t (i INTEGER)");
        using (var appender = Connection.Append("main", "t"))
        {
            for (var i = 0; i < 300; i++)
            {
                appender.NextChunk().Commit(DuckDbAppender.MaxChunkRows);
            }
            appender.AppendRow(1);
        }
        Assert.Equal(0, Scalar<long>("SELECT count(*) FROM t"));
        Assert.Equal(1, Execute("INSERT INTO t VALUES (1)"));
        using var other = Database.Connect();
        Assert.Equal(1, other.Scalar<long>("SELECT count(*) FROM t", Token));
    }

    [Fact]
    public void Rows_join_the_callers_transaction()
    {
        Execute("CREATE TABLE t (i INTEGER); BEGIN; INSERT INTO t VALUES (1)");
        using (var appender = Connection.Append("main", "t"))
        {
            appender.AppendRow(2);
            appender.Complete();
        }
        Assert.Equal(2, Scalar<long>("SELECT count(*) FROM t"));
        Execute("ROLLBACK");
        Assert.Equal(0, Scalar<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_broken_constraint_leaves_no_row()
    {
        Execute("CREATE TABLE t (i INTEGER PRIMARY KEY)");
        using (var appender = Connection.Append("main", "t"))
        {
            appender.AppendRow(1);
            appender.AppendRow(1);
            var error = Assert.Throws<DuckDbSqlException>(appender.Complete);
            Assert.Equal(DuckDbErrorKind.Constraint, error.Kind);
            Assert.Contains("\"main\".\"t\"", error.Statement, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => appender.AppendRow(2));
        }
        Assert.Equal(0, Scalar<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Tables_of_the_temp_catalog_and_other_schemas_are_reached()
    {
        Execute("CREATE TEMP TABLE t (i INTEGER); CREATE SCHEMA \"odd \"\"one\"; CREATE TABLE \"odd \"\"one\".u (i INTEGER)");
        using (var appender = Connection.Append("main", "t", "temp"))
        {
            appender.AppendRow(1);
            appender.Complete();
        }
        using (var appender = Connection.Append("odd \"one", "u"))
        {
            appender.AppendRow(2);
            appender.Complete();
        }
        Assert.Equal(3, Scalar<int>("SELECT t.i + u.i FROM temp.t, \"odd \"\"one\".u"));
    }

    [Fact]
    public void Faults_of_the_caller_are_told()
    {
        Execute("CREATE TABLE t (i INTEGER, e ENUM ('a', 'b')); CREATE TABLE n (l INTEGER[])");
        Assert.Equal(DuckDbErrorKind.Catalog, Assert.Throws<DuckDbSqlException>(() => Connection.Append("main", "none")).Kind);
        Assert.Contains("column 0", Assert.Throws<NotSupportedException>(() => Connection.Append("main", "n")).Message, StringComparison.Ordinal);
        using var appender = Connection.Append("main", "t");
        Assert.Throws<ArgumentException>(() => appender.AppendRow(1));
        Assert.Throws<InvalidCastException>(() => appender.AppendRow("1", "a"));
        Assert.Throws<InvalidCastException>(() => appender.AppendRow(1, "c"));
        Assert.Throws<OverflowException>(() => appender.AppendRow(1L << 40, "a"));
        Assert.Throws<InvalidCastException>(() => appender.NextChunk().Column<long>(0)[0] = 1);
    }

    [Fact]
    public void A_row_that_failed_leaves_no_trace_in_the_next()
    {
        Execute("CREATE TABLE t (a INTEGER, b INTEGER)");
        using (var appender = Connection.Append("main", "t"))
        {
            Assert.Throws<InvalidCastException>(() => appender.AppendRow(null, "no number"));
            appender.AppendRow(1, 2);
            appender.Complete();
        }
        Assert.Equal(3, Scalar<int>("SELECT a + b FROM t"));
    }

    [Fact]
    public void Disposed_complete_and_uncommitted_writers_refuse()
    {
        Execute("CREATE TABLE t (i INTEGER, s VARCHAR)");
        var appender = Connection.Append("main", "t");
        var chunk = appender.NextChunk();
        Assert.Throws<ArgumentOutOfRangeException>(() => chunk.SetString(1, chunk.Capacity, "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => chunk.SetNull(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => chunk.Commit(chunk.Capacity + 1));
        Assert.Throws<ArgumentException>(() => chunk.SetString(1, 0, [0xC3, 0x28]));
        Assert.Throws<InvalidCastException>(() => chunk.SetString(0, 0, "x"));
        chunk.Commit(1);
        Assert.Throws<InvalidOperationException>(() => chunk.SetNull(0, 0));
        appender.Complete();
        Assert.Throws<InvalidOperationException>(appender.Complete);
        appender.Dispose();
        appender.Dispose();
        Assert.Throws<ObjectDisposedException>(() => appender.NextChunk());
        Assert.Throws<ObjectDisposedException>(() => chunk.SetNull(0, 0));
    }
}
