using Recommender.Lake.DuckDb;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Parses queries. Safe for concurrent use.</summary>
internal sealed class SqlParser : IDisposable
{
    private readonly Lock _lock = new();
    private readonly DuckDbDatabase _database;
    private readonly DuckDbConnection _connection;

    /// <summary>Starts the engine whose parser it is.</summary>
    public SqlParser()
    {
        _database = DuckDbDatabase.Open(null, new DuckDbOptions { Threads = 1 });
        _connection = _database.Connect();
    }

    /// <summary>Parses the query of a statement.</summary>
    /// <returns>Null where it has none.</returns>
    /// <exception cref="MalformedSqlException">It cannot be parsed.</exception>
    public SqlTree? Parse(AthenaStatement statement, CancellationToken cancellationToken)
    {
        if (statement.Kind is not (StatementKind.Select or StatementKind.Insert or StatementKind.Explain))
        {
            return null;
        }

        lock (_lock)
        {
            return SqlTree.Parse(_connection, statement, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }
}
