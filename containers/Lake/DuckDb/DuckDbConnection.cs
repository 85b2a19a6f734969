using Recommender.Lake.DuckDb.Native;
using static Recommender.Lake.DuckDb.Native.NativeMethods;

namespace Recommender.Lake.DuckDb;

/// <summary>
/// A connection: runs one statement at a time, from one thread at a time. Only <see cref="Interrupt"/> and
/// <see cref="Progress"/> may be called from other threads. A new statement ends the result that is still open.
/// </summary>
public sealed partial class DuckDbConnection : IDisposable
{
    private readonly ConnectionHandle _handle;
    private DuckDbResult? _open;

    private DuckDbConnection(ConnectionHandle handle) => _handle = handle;

    internal bool IsDisposed => _handle.IsClosed;

    internal ConnectionHandle Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
            return _handle;
        }
    }

    /// <summary>How far the statement that runs now is; <c>Fraction</c> is -1 where none runs. From any thread.</summary>
    public DuckDbProgress Progress
    {
        get
        {
            var native = duckdb_query_progress(Handle);
            return new DuckDbProgress(native.Percentage < 0 ? -1 : Math.Min(native.Percentage / 100, 1), native.RowsProcessed, native.TotalRows);
        }
    }

    /// <summary>Prepares one statement, with <c>?</c> or <c>$1</c> for its parameters.</summary>
    /// <exception cref="DuckDbSqlException">The SQL is wrong, or holds several statements.</exception>
    public DuckDbStatement Prepare(string sql) => DuckDbStatement.Create(this, sql);

    /// <summary>
    /// Stops the running statement, which then throws <see cref="OperationCanceledException"/>. From any thread;
    /// does nothing where no statement runs. Cancelling the statement's token is surer, as it is repeated.
    /// </summary>
    public void Interrupt() => duckdb_interrupt(Handle);

    /// <summary>Closes the connection; its open result and a transaction that is not committed end with it.</summary>
    public void Dispose()
    {
        if (!_handle.IsClosed)
        {
            EndOpenResult("its connection was disposed");
            _handle.Dispose();
        }
    }

    internal static DuckDbConnection Start(ConnectionHandle handle)
    {
        var connection = new DuckDbConnection(handle);
        try
        {
            connection.Execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false", CancellationToken.None);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Marks the result that is still being read as ended: DuckDB drops its rows when another statement starts.</summary>
    internal void EndOpenResult(string why)
    {
        _open?.End(why);
        _open = null;
    }

    internal void Opened(DuckDbResult result) => _open = result;

    internal void Closed(DuckDbResult result)
    {
        if (ReferenceEquals(_open, result))
        {
            _open = null;
        }
    }
}
