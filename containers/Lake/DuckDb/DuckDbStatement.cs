using Recommender.Lake.DuckDb.Native;
using static Recommender.Lake.DuckDb.Native.NativeMethods;

namespace Recommender.Lake.DuckDb;

/// <summary>A prepared statement: bind its parameters, run it, bind again. Bound values stay until bound anew.</summary>
public sealed unsafe partial class DuckDbStatement : IDisposable
{
    private readonly DuckDbConnection _connection;
    private readonly PreparedHandle _handle;
    private readonly string _sql;

    private DuckDbStatement(DuckDbConnection connection, PreparedHandle handle, string sql)
    {
        _connection = connection;
        _handle = handle;
        _sql = sql;
        ParameterCount = (int)duckdb_nparams(handle);
        var type = duckdb_prepared_statement_type(handle);
        Kind = Enum.IsDefined((DuckDbStatementKind)type) ? (DuckDbStatementKind)type : DuckDbStatementKind.Other;
    }

    /// <summary>Number of parameters; they are bound as 1 to this.</summary>
    public int ParameterCount { get; }

    /// <summary>What the statement does.</summary>
    public DuckDbStatementKind Kind { get; }

    /// <summary>Runs the statement.</summary>
    /// <returns>Rows changed.</returns>
    /// <exception cref="DuckDbException">It failed, or a parameter is not bound.</exception>
    public long Execute(CancellationToken cancellationToken)
    {
        using var result = Query(cancellationToken);
        return result.Drain();
    }

    /// <summary>Runs the statement and streams its rows. The result outlives this statement's next binding, not its next run.</summary>
    /// <exception cref="DuckDbException">It failed, or a parameter is not bound.</exception>
    public DuckDbResult Query(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        return _connection.Run(_handle, _sql, cancellationToken);
    }

    /// <summary>Releases the statement. Results of it stay readable.</summary>
    public void Dispose() => _handle.Dispose();

    internal static DuckDbStatement Create(DuckDbConnection connection, string sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        WholeText(sql, nameof(sql));
        connection.EndOpenResult("another statement was prepared on its connection");
        var state = duckdb_prepare(connection.Handle, sql, out var prepared);
        var handle = new PreparedHandle(prepared);
        try
        {
            return state == 0
                ? new DuckDbStatement(connection, handle, sql)
                : throw DuckDbErrors.Create(Text(duckdb_prepare_error(handle)), DuckDbErrorKind.None, sql, CancellationToken.None);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }
}
