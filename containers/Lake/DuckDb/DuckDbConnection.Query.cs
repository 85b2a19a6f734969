using Recommender.Lake.DuckDb.Native;
using static Recommender.Lake.DuckDb.Native.NativeMethods;

namespace Recommender.Lake.DuckDb;

public sealed unsafe partial class DuckDbConnection
{
    /// <summary>Runs one or more statements separated by <c>;</c>. Rows of a SELECT are read and dropped.</summary>
    /// <returns>Rows inserted, updated, deleted or copied, summed over the statements.</returns>
    /// <exception cref="DuckDbException">A statement failed; those before it have run.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or <see cref="Interrupt"/> called.</exception>
    public long Execute(string sql, CancellationToken cancellationToken)
    {
        using var last = RunAllButLast(sql, cancellationToken, out var changed);
        return last is null ? changed : changed + last.Drain();
    }

    /// <summary>Runs one or more statements and gives the last one's rows, which stream: they are computed while they are read.</summary>
    /// <param name="sql">One or more statements.</param>
    /// <param name="cancellationToken">Also ends the reading of the result.</param>
    /// <exception cref="DuckDbException">A statement failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or <see cref="Interrupt"/> called.</exception>
    public DuckDbResult Query(string sql, CancellationToken cancellationToken) =>
        RunAllButLast(sql, cancellationToken, out _)
        ?? throw new DuckDbSqlException("There is no statement to run.", DuckDbErrorKind.Parser, sql);

    /// <summary>The first column of the first row, converted; default(T) where that is NULL or there is no row.</summary>
    /// <exception cref="InvalidCastException">The value cannot become a T.</exception>
    /// <exception cref="OverflowException">The value does not fit a T.</exception>
    public T? Scalar<T>(string sql, CancellationToken cancellationToken)
    {
        using var result = Query(sql, cancellationToken);
        return result.TryRead(out var chunk) ? ScalarConverter.To<T>(chunk.GetValue(0, 0)) : default;
    }

    internal DuckDbResult Run(PreparedHandle statement, string sql, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        EndOpenResult("another statement was run on its connection");
        var handle = new ResultHandle();
        try
        {
            int state;
            using (QueryInterrupter.Watch(Handle, cancellation))
            {
                state = duckdb_execute_prepared_streaming(statement, handle.Value);
            }
            if (state != 0)
            {
                throw DuckDbErrors.Create(Text(duckdb_result_error(handle.Value)), duckdb_result_error_type(handle.Value), sql, cancellation);
            }
            var result = new DuckDbResult(this, handle, sql, cancellation);
            _open = result;
            return result;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private DuckDbResult? RunAllButLast(string sql, CancellationToken cancellation, out long changed)
    {
        ArgumentNullException.ThrowIfNull(sql);
        WholeText(sql, nameof(sql));
        changed = 0;
        var connection = Handle;
        EndOpenResult("another statement was run on its connection");
        var count = duckdb_extract_statements(connection, sql, out var extracted);
        using var statements = new ExtractedHandle(extracted);
        if (count == 0 && Text(duckdb_extract_statements_error(statements)) is { } error)
        {
            throw DuckDbErrors.Create(error, DuckDbErrorKind.None, sql, cancellation);
        }
        for (var i = 0UL; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var state = duckdb_prepare_extracted_statement(connection, statements, i, out var prepared);
            using var statement = new PreparedHandle(prepared);
            if (state != 0)
            {
                throw DuckDbErrors.Create(Text(duckdb_prepare_error(statement)), DuckDbErrorKind.None, sql, cancellation);
            }
            var result = Run(statement, sql, cancellation);
            if (i == count - 1)
            {
                return result;
            }
            using (result)
            {
                changed += result.Drain();
            }
        }
        return null;
    }
}
