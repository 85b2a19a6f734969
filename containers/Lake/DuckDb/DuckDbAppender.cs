using Recommender.Lake.DuckDb.Native;
using static Recommender.Lake.DuckDb.Native.NativeMethods;

namespace Recommender.Lake.DuckDb;

/// <summary>
/// Appends rows to a table, a column chunk at a time. The rows are appended in one transaction: <see cref="Complete"/>
/// commits them; disposing without it leaves none of them in the table. Where the caller has begun a transaction, the rows
/// belong to that one: <see cref="Complete"/> writes them into it, and those flushed before a dispose without
/// <see cref="Complete"/> stay until the caller rolls back. No other statement should run on the connection meanwhile.
/// </summary>
public sealed unsafe class DuckDbAppender : IDisposable
{
    private readonly DuckDbConnection _connection;
    private readonly AppenderHandle _handle;
    private readonly ChunkHandle _chunk;
    private readonly DuckDbChunkWriter _writer;
    private readonly bool _ownsTransaction;
    private readonly string _target;
    private bool _completed;
    private bool _failed;
    private int _buffered;

    private DuckDbAppender(DuckDbConnection connection, AppenderHandle handle, string target, bool ownsTransaction)
    {
        _connection = connection;
        _handle = handle;
        _target = target;
        _ownsTransaction = ownsTransaction;
        (_chunk, var types) = CreateChunk(handle, target);
        _writer = new DuckDbChunkWriter(this, _chunk, types);
    }

    /// <summary>Most rows of one chunk (2,048).</summary>
    public static int MaxChunkRows
    {
        get
        {
            NativeLibraryLoader.EnsureLoaded();
            return (int)duckdb_vector_size();
        }
    }

    /// <summary>Columns of the table.</summary>
    public int ColumnCount => _writer.ColumnCount;

    /// <summary>
    /// Starts a chunk, always in the same writer: values are zero or "", none is NULL. Rows of a chunk that is not committed
    /// are dropped.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The appender is disposed.</exception>
    /// <exception cref="InvalidOperationException">It is complete, or has failed.</exception>
    public DuckDbChunkWriter NextChunk()
    {
        Check();
        FlushRows();
        _writer.Begin();
        return _writer;
    }

    /// <summary>Appends one row of boxed values: for small tables.</summary>
    /// <param name="values">One for each column; null for NULL. Numbers are converted where they fit.</param>
    /// <exception cref="ArgumentException">Not one value for each column.</exception>
    /// <exception cref="InvalidCastException">A value is not of its column's type; the row is not appended.</exception>
    public void AppendRow(params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Check();
        if (values.Length != ColumnCount)
        {
            throw new ArgumentException($"{_target} has {ColumnCount} columns, the row {values.Length} values.", nameof(values));
        }
        if (_buffered == 0)
        {
            _writer.Begin();
        }
        for (var column = 0; column < values.Length; column++)
        {
            BoxedWriter.Write(_writer, column, _buffered, values[column]);
        }
        if (++_buffered == _writer.Capacity)
        {
            FlushRows();
        }
    }

    /// <summary>Writes what is buffered and commits all rows. Nothing can be appended after it.</summary>
    /// <exception cref="DuckDbSqlException">A row breaks a constraint; none is in the table.</exception>
    public void Complete()
    {
        Check();
        FlushRows();
        if (duckdb_appender_close(_handle) != 0)
        {
            throw Failure();
        }
        _completed = true;
        if (_ownsTransaction)
        {
            try
            {
                _connection.Execute("COMMIT", CancellationToken.None);
            }
            catch
            {
                _failed = true;
                throw;
            }
        }
    }

    /// <summary>Releases the appender; without <see cref="Complete"/> its rows are dropped, as the class says.</summary>
    public void Dispose()
    {
        if (_handle.IsClosed)
        {
            return;
        }
        _chunk.Dispose();
        _handle.Dispose();
        if (_ownsTransaction && (!_completed || _failed) && !_connection.IsDisposed)
        {
            RollBack(_connection);
        }
    }

    internal static DuckDbAppender Create(DuckDbConnection connection, string? catalog, string schema, string table)
    {
        ArgumentException.ThrowIfNullOrEmpty(schema);
        ArgumentException.ThrowIfNullOrEmpty(table);
        WholeText(schema, nameof(schema));
        WholeText(table, nameof(table));
        connection.EndOpenResult("rows were appended on its connection");
        var target = $"{(catalog is null ? "" : DuckDbQuote.Identifier(catalog) + ".")}{DuckDbQuote.Identifier(schema)}.{DuckDbQuote.Identifier(table)}";
        var owns = TryBegin(connection);
        AppenderHandle? handle = null;
        try
        {
            var state = duckdb_appender_create_ext(connection.Handle, catalog, schema, table, out var created);
            handle = new AppenderHandle(created);
            return state == 0
                ? new DuckDbAppender(connection, handle, target, owns)
                : throw ErrorOf(handle, target, DuckDbErrorKind.Catalog);
        }
        catch
        {
            handle?.Dispose();
            if (owns)
            {
                RollBack(connection);
            }
            throw;
        }
    }

    internal void Append(ChunkHandle chunk)
    {
        Check();
        if (duckdb_append_data_chunk(_handle, chunk) != 0)
        {
            throw Failure();
        }
    }

    private static (ChunkHandle Chunk, TypeInfo[] Types) CreateChunk(AppenderHandle appender, string target)
    {
        var logical = new LogicalTypeHandle[duckdb_appender_column_count(appender)];
        try
        {
            for (var i = 0; i < logical.Length; i++)
            {
                logical[i] = new LogicalTypeHandle(duckdb_appender_column_type(appender, (ulong)i));
            }
            var types = Array.ConvertAll(logical, TypeInfo.Read);
            if (Array.FindIndex(types, type => type.ValueSize == 0 || type.IsNested) is >= 0 and var nested)
            {
                throw new NotSupportedException($"{target}: column {nested} is of type {types[nested].Type}, which cannot be appended; use INSERT.");
            }
            fixed (nint* first = Array.ConvertAll(logical, type => type.DangerousGetHandle()))
            {
                return (new ChunkHandle(duckdb_create_data_chunk(first, (ulong)logical.Length)), types);
            }
        }
        finally
        {
            Array.ForEach(logical, type => type?.Dispose());
        }
    }

    /// <summary>Begins a transaction unless the caller is in one, which the rows then join.</summary>
    private static bool TryBegin(DuckDbConnection connection)
    {
        // A failing BEGIN would abort the caller's transaction. Outside of one, each statement has an id of its own.
        const string Id = "SELECT txid_current()";
        if (connection.Scalar<long>(Id, CancellationToken.None) == connection.Scalar<long>(Id, CancellationToken.None))
        {
            return false;
        }
        connection.Execute("BEGIN TRANSACTION", CancellationToken.None);
        return true;
    }

    private static void RollBack(DuckDbConnection connection)
    {
        try
        {
            connection.Execute("ROLLBACK", CancellationToken.None);
        }
        catch (DuckDbException)
        {
            // DuckDB has ended the transaction itself, as it does after a failed commit.
        }
    }

    private static Exception ErrorOf(AppenderHandle handle, string target, DuckDbErrorKind otherwise)
    {
        if (handle.IsInvalid)
        {
            return new DuckDbSqlException($"DuckDB cannot append to {target}.", otherwise);
        }
        var error = duckdb_appender_error_data(handle);
        try
        {
            return DuckDbErrors.Create(Text(duckdb_error_data_message(error)), duckdb_error_data_error_type(error), $"append to {target}", CancellationToken.None);
        }
        finally
        {
            duckdb_destroy_error_data(ref error);
        }
    }

    private Exception Failure()
    {
        _failed = true;
        return ErrorOf(_handle, _target, DuckDbErrorKind.Constraint);
    }

    private void FlushRows()
    {
        if (_buffered > 0)
        {
            var rows = _buffered;
            _buffered = 0;
            _writer.Commit(rows);
        }
    }

    private void Check()
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        if (_completed || _failed)
        {
            throw new InvalidOperationException(_completed ? "The appender is complete." : "The appender has failed; its rows are dropped.");
        }
    }
}
