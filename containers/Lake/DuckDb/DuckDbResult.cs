using System.Diagnostics.CodeAnalysis;
using Recommender.Lake.DuckDb.Native;
using static Recommender.Lake.DuckDb.Native.NativeMethods;

namespace Recommender.Lake.DuckDb;

/// <summary>
/// A query's rows, read forward once, one chunk at a time; DuckDB computes them while they are read. Only one result per
/// connection can be read: a new statement on the connection ends it, and reading on then throws.
/// </summary>
public sealed unsafe class DuckDbResult : IDisposable
{
    private const int ChangedRows = 1;

    private readonly DuckDbConnection _connection;
    private readonly ResultHandle _handle;
    private readonly string _sql;
    private readonly CancellationToken _cancellation;
    private readonly TypeInfo[] _types;
    private readonly VectorView[] _vectors;
    private DuckDbChunk? _current;
    private string? _ended;
    private bool _exhausted;

    internal DuckDbResult(DuckDbConnection connection, ResultHandle handle, string sql, CancellationToken cancellation)
    {
        _connection = connection;
        _handle = handle;
        _sql = sql;
        _cancellation = cancellation;
        var native = handle.Value;
        var columns = new DuckDbColumn[duckdb_column_count(native)];
        _types = new TypeInfo[columns.Length];
        _vectors = new VectorView[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            _types[i] = TypeInfo.Take(duckdb_column_logical_type(native, (ulong)i));
            columns[i] = new DuckDbColumn(Text(duckdb_column_name(native, (ulong)i)) ?? "", _types[i].Type, _types[i].Width, _types[i].Scale);
        }
        Columns = columns;
    }

    /// <summary>The columns, in the query's order.</summary>
    public IReadOnlyList<DuckDbColumn> Columns { get; }

    /// <summary>Whether its one row is the number of rows that the statement changed.</summary>
    internal bool ReturnsChangedRows => duckdb_result_return_type(*_handle.Value) == ChangedRows;

    /// <summary>Reads the next chunk, of 1 or more rows. The chunk before it, and spans from it, must not be used any more.</summary>
    /// <returns>False after the last row.</returns>
    /// <exception cref="DuckDbException">The query failed on the way.</exception>
    /// <exception cref="OperationCanceledException">The query's token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">Another statement was run on the connection meanwhile.</exception>
    public bool TryRead([NotNullWhen(true)] out DuckDbChunk? chunk)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        if (_ended is not null)
        {
            // DuckDB itself would just stop here, as if there were no more rows.
            throw new InvalidOperationException($"The rest of this result is lost: {_ended}. Read it to its end first, or use a second connection.");
        }
        Release();
        chunk = _exhausted ? null : Fetch();
        _current = chunk;
        return chunk is not null;
    }

    /// <summary>The chunks one after the other, each valid until the next is asked for.</summary>
    public IEnumerable<DuckDbChunk> Chunks()
    {
        while (TryRead(out var chunk))
        {
            yield return chunk;
        }
    }

    /// <summary>Ends the query if it still runs, and releases its rows.</summary>
    public void Dispose()
    {
        if (!_handle.IsClosed)
        {
            Release();
            _connection.Closed(this);
            _handle.Dispose();
        }
    }

    /// <summary>Reads to the end.</summary>
    /// <returns>Rows changed; 0 for a query.</returns>
    internal long Drain()
    {
        var counts = ReturnsChangedRows;
        var changed = 0L;
        while (TryRead(out var chunk))
        {
            changed += counts ? chunk.Column<long>(0)[0] : 0;
        }
        return changed;
    }

    /// <summary>Says that the connection went on without this result.</summary>
    internal void End(string why)
    {
        if (!_exhausted)
        {
            _ended = why;
        }
    }

    private DuckDbChunk? Fetch()
    {
        nint fetched;
        using (QueryInterrupter.Watch(_connection.Handle, _cancellation))
        {
            fetched = duckdb_fetch_chunk(*_handle.Value);
        }
        var handle = new ChunkHandle(fetched);
        if (!handle.IsInvalid && duckdb_data_chunk_get_size(handle) is > 0 and var size)
        {
            return new DuckDbChunk(handle, (int)size, _types, _vectors);
        }
        handle.Dispose();
        _exhausted = true;
        _connection.Closed(this);
        if (Text(duckdb_result_error(_handle.Value)) is { } error)
        {
            throw DuckDbErrors.Create(error, duckdb_result_error_type(_handle.Value), _sql, _cancellation);
        }
        // Rows may be missing after an interrupt that left no error behind.
        _cancellation.ThrowIfCancellationRequested();
        return null;
    }

    private void Release()
    {
        _current?.Release();
        _current = null;
    }
}
