using Recommender.Lake.DuckDb;

namespace Recommender.Lake.Tests.DuckDb;

/// <summary>A database in memory and one connection to it, for each test.</summary>
public abstract class DuckDbTest : IDisposable
{
    protected DuckDbTest()
    {
        Database = DuckDbDatabase.Open(null, new DuckDbOptions { Threads = 2 });
        Connection = Database.Connect();
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected DuckDbDatabase Database { get; }

    protected DuckDbConnection Connection { get; }

    public void Dispose()
    {
        Connection.Dispose();
        Database.Dispose();
        GC.SuppressFinalize(this);
    }

    protected long Execute(string sql) => Connection.Execute(sql, Token);

    protected T? Scalar<T>(string sql) => Connection.Scalar<T>(sql, Token);

    /// <summary>The first value of a query, boxed.</summary>
    protected object? Value(string sql)
    {
        using var result = Connection.Query(sql, Token);
        return result.TryRead(out var chunk) ? chunk.GetValue(0, 0) : throw new InvalidOperationException("No row.");
    }

    /// <summary>A query's first column, boxed.</summary>
    protected List<object?> Column(string sql)
    {
        using var result = Connection.Query(sql, Token);
        return [.. result.Chunks().SelectMany(chunk => Enumerable.Range(0, chunk.Count).Select(row => chunk.GetValue(0, row)))];
    }
}
