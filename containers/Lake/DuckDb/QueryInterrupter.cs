using Recommender.Lake.DuckDb.Native;

namespace Recommender.Lake.DuckDb;

/// <summary>
/// Interrupts a connection's statement while a token is cancelled, for the length of one native call.
/// DuckDB forgets an interrupt that arrives just before a statement starts, so it is repeated until the call ends;
/// and none is sent after <see cref="Dispose"/> returns, so that the next statement is never hit.
/// </summary>
internal sealed class QueryInterrupter : IDisposable
{
    private const int RepeatMilliseconds = 20;

    private readonly Lock _gate = new();
    private readonly ConnectionHandle _connection;
    private readonly CancellationTokenRegistration _registration;
    private Timer? _repeat;
    private bool _ended;

    private QueryInterrupter(ConnectionHandle connection, CancellationToken cancellation)
    {
        _connection = connection;
        _registration = cancellation.UnsafeRegister(static state => ((QueryInterrupter)state!).Begin(), this);
    }

    /// <summary>Starts watching; null (which <c>using</c> takes) where the token can never be cancelled.</summary>
    internal static QueryInterrupter? Watch(ConnectionHandle connection, CancellationToken cancellation) =>
        cancellation.CanBeCanceled ? new QueryInterrupter(connection, cancellation) : null;

    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            _repeat?.Dispose();
        }
        _registration.Dispose();
    }

    private void Begin()
    {
        lock (_gate)
        {
            if (!_ended)
            {
                _repeat = new Timer(static state => ((QueryInterrupter)state!).Interrupt(), this, RepeatMilliseconds, RepeatMilliseconds);
            }
        }
        Interrupt();
    }

    private void Interrupt()
    {
        lock (_gate)
        {
            if (_ended || _connection.IsClosed)
            {
                return;
            }
            try
            {
                NativeMethods.duckdb_interrupt(_connection);
            }
            catch (ObjectDisposedException)
            {
                // The connection was disposed on another thread meanwhile: nothing is left to interrupt.
            }
        }
    }
}
