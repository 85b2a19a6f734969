using Recommender.Lake.DuckDb;

namespace Recommender.Lake.Tests.DuckDb;

public sealed class CancellationTests : DuckDbTest
{
    /// <summary>Hours of work.</summary>
    private const string Endless = "SELECT sum(a.range * b.range) FROM range(100000000) a, range(10000000) b";

    [Fact]
    public async Task A_running_query_is_cancelled_and_the_connection_used_again()
    {
        for (var i = 0; i < 5; i++)
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
            var query = Task.Run(() => Connection.Execute(Endless, source.Token), Token);
            await Started();
            await source.CancelAsync();
            var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
            Assert.Equal(source.Token, error.CancellationToken);
            Assert.Equal(1, Scalar<int>("SELECT 1"));
        }
    }

    [Fact]
    public async Task Interrupt_stops_a_query_without_a_token()
    {
        var query = Task.Run(() => Connection.Execute(Endless, CancellationToken.None), Token);
        while (!query.IsCompleted)
        {
            Connection.Interrupt();
            await Task.Delay(5, Token);
        }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        Assert.Equal(1, Scalar<int>("SELECT 1"));
    }

    [Fact]
    public void A_token_that_is_cancelled_already_starts_nothing()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Connection.Execute("CREATE TABLE t (i INTEGER)", source.Token));
        Assert.Equal(0, Scalar<int>("SELECT count(*) FROM duckdb_tables()"));
    }

    [Fact]
    public void Reading_a_stream_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        using var result = Connection.Query("SELECT a.range FROM range(100000000) a, range(10000000) b", source.Token);
        Assert.True(result.TryRead(out _));
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => result.Chunks().Sum(chunk => (long)chunk.Count));
        Assert.Equal(1, Scalar<int>("SELECT 1"));
    }

    [Fact]
    public async Task A_cancellation_that_races_with_the_end_does_not_hit_the_next_statement()
    {
        var cancelled = 0;
        for (var i = 0; i < 300; i++)
        {
            using var source = new CancellationTokenSource();
            var cancelling = Task.Run(() => { Thread.SpinWait(i * 50); source.Cancel(); }, Token);
            try
            {
                Connection.Execute("SELECT sum(range) FROM range(20000)", source.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
            Assert.Equal(4950, Scalar<long>("SELECT sum(range) FROM range(100)"));
            await cancelling;
            Assert.Equal(4950, Scalar<long>("SELECT sum(range) FROM range(100)"));
        }
        TestContext.Current.TestOutputHelper!.WriteLine($"{cancelled} of 300 were cancelled");
    }

    [Fact]
    public void An_interrupt_of_an_idle_connection_does_nothing()
    {
        Execute("CREATE TABLE t (i INTEGER)");
        Connection.Interrupt();
        Assert.Equal(1, Execute("INSERT INTO t VALUES (1)"));
        Connection.Interrupt();
        using (var appender = Connection.Append("main", "t"))
        {
            appender.AppendRow(2);
            Connection.Interrupt();
            appender.Complete();
        }
        Connection.Interrupt();
        using var statement = Connection.Prepare("SELECT count(*) FROM t WHERE i > ?");
        Connection.Interrupt();
        using var result = statement.Bind(1, 0).Query(Token);
        Assert.True(result.TryRead(out var chunk));
        Assert.Equal(2, chunk.Column<long>(0)[0]);
    }

    [Fact]
    public async Task Progress_is_seen_from_another_thread()
    {
        Assert.Equal(-1, Connection.Progress.Fraction);
        Execute("CREATE TABLE t AS SELECT range AS i FROM range(200000)");
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var query = Task.Run(() => Connection.Execute("SELECT sum(a.i * b.i) FROM t a, t b WHERE a.i <> b.i + 1", source.Token), Token);
        var seen = new DuckDbProgress(-1, 0, 0);
        while (!query.IsCompleted && seen.TotalRows == 0)
        {
            await Task.Delay(10, Token);
            seen = Connection.Progress;
        }
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        Assert.InRange(seen.Fraction, 0, 1);
        Assert.InRange(seen.RowsProcessed, 0ul, seen.TotalRows);
        Assert.Equal(-1, Connection.Progress.Fraction);
    }

    /// <summary>Waits until DuckDB works on a statement, so that a cancellation hits it midway.</summary>
    private async Task Started()
    {
        for (var i = 0; i < 20 && Connection.Progress.Fraction < 0; i++)
        {
            await Task.Delay(5, Token);
        }
    }
}
