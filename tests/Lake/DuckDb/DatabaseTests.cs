using Recommender.Lake.DuckDb;

namespace Recommender.Lake.Tests.DuckDb;

public sealed class DatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("duckdb-test-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_library_is_the_pinned_version() => Assert.Equal("v1.5.5", DuckDbDatabase.LibraryVersion);

    [Fact]
    public void A_file_keeps_its_tables()
    {
        var path = Path.Combine(_folder, "días.duckdb");
        using (var database = DuckDbDatabase.Open(path, new DuckDbOptions()))
        using (var connection = database.Connect())
        {
            connection.Execute("CREATE TABLE t AS SELECT 42 AS i", Token);
        }
        using (var database = DuckDbDatabase.Open(path, new DuckDbOptions()))
        using (var connection = database.Connect())
        {
            Assert.Equal(42, connection.Scalar<int>("SELECT i FROM t", Token));
        }
        File.Delete(path);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_named()
    {
        var missing = Path.Combine(_folder, "none", "x.duckdb");
        Assert.Contains(missing, Assert.Throws<DuckDbResourceException>(() => DuckDbDatabase.Open(missing, new DuckDbOptions())).Message, StringComparison.Ordinal);
        var text = Path.Combine(_folder, "text.duckdb");
        File.WriteAllText(text, new string('x', 20_000));
        Assert.Contains(text, Assert.Throws<DuckDbResourceException>(() => DuckDbDatabase.Open(text, new DuckDbOptions())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_reach_duckdb()
    {
        var options = new DuckDbOptions { MemoryLimitBytes = 256L << 20, Threads = 1, TempDirectory = _folder, PreserveInsertionOrder = false };
        using var database = DuckDbDatabase.Open(null, options);
        using var connection = database.Connect();
        Assert.Equal("256.0 MiB", connection.Scalar<string>("SELECT current_setting('memory_limit')", Token));
        Assert.Equal(1, connection.Scalar<int>("SELECT current_setting('threads')", Token));
        Assert.Equal(_folder, connection.Scalar<string>("SELECT current_setting('temp_directory')", Token));
        Assert.False(connection.Scalar<bool>("SELECT current_setting('preserve_insertion_order')", Token));
    }

    [Fact]
    public void All_faults_of_the_options_are_told_at_once()
    {
        var error = Assert.Throws<ArgumentException>(() => DuckDbDatabase.Open(null, new DuckDbOptions { MemoryLimitBytes = 0, Threads = -1, TempDirectory = " " }));
        Assert.Contains("MemoryLimitBytes is 0", error.Message, StringComparison.Ordinal);
        Assert.Contains("Threads is -1", error.Message, StringComparison.Ordinal);
        Assert.Contains("TempDirectory", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DuckDbDatabase.Open(" ", new DuckDbOptions()));
        Assert.Throws<ArgumentNullException>(() => DuckDbDatabase.Open(null, null!));
    }

    [Fact]
    public void Connections_outlive_their_database_and_see_the_same_tables()
    {
        var database = DuckDbDatabase.Open(null, new DuckDbOptions());
        using var one = database.Connect();
        using var two = database.Connect();
        database.Dispose();
        database.Dispose();
        one.Execute("CREATE TABLE t AS SELECT 1 AS i", Token);
        Assert.Equal(1, two.Scalar<int>("SELECT i FROM t", Token));
        Assert.Throws<ObjectDisposedException>(database.Connect);
    }

    [Fact]
    public void What_a_disposed_connection_made_refuses_and_is_released()
    {
        using var database = DuckDbDatabase.Open(null, new DuckDbOptions());
        var connection = database.Connect();
        connection.Execute("CREATE TABLE t (i INTEGER)", Token);
        var statement = connection.Prepare("SELECT 1");
        var appender = connection.Append("main", "t");
        appender.AppendRow(1);
        var result = connection.Query("SELECT * FROM range(10000)", Token);
        Assert.True(result.TryRead(out var chunk));
        connection.Dispose();
        connection.Dispose();
        Assert.Throws<ObjectDisposedException>(() => connection.Execute("SELECT 1", Token));
        Assert.Throws<ObjectDisposedException>(() => connection.Prepare("SELECT 1"));
        Assert.Throws<ObjectDisposedException>(() => connection.Progress);
        Assert.Throws<ObjectDisposedException>(connection.Interrupt);
        Assert.Throws<ObjectDisposedException>(() => statement.Query(Token));
        Assert.Throws<InvalidOperationException>(() => result.TryRead(out _));
        Assert.Equal(0L, chunk.GetValue(0, 0));
        result.Dispose();
        statement.Dispose();
        appender.Dispose();
        using var other = database.Connect();
        Assert.Equal(0, other.Scalar<int>("SELECT count(*) FROM t", Token));
    }

    [Fact]
    public void Parquet_is_built_in()
    {
        using var database = DuckDbDatabase.Open(null, new DuckDbOptions());
        using var connection = database.Connect();
        var path = DuckDbQuote.Literal(Path.Combine(_folder, "it's.parquet"));
        Assert.Equal(1000, connection.Execute($"COPY (SELECT * FROM range(1000)) TO {path} (FORMAT parquet)", Token));
        Assert.Equal(1000, connection.Scalar<int>($"SELECT count(*) FROM {path}", Token));
    }
}
