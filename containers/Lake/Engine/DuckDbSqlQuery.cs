using System.Globalization;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Engine;

/// <summary>A statement on a connection of the embedded engine. It runs while it is waited for, and its rows are computed while they are taken.</summary>
/// <param name="connection">The connection.</param>
/// <param name="statement">The statement.</param>
/// <param name="number">Its number on this connection.</param>
/// <param name="clock">Measures it.</param>
internal sealed class DuckDbSqlQuery(DuckDbConnection connection, SqlStatement statement, long number, TimeProvider clock) : ISqlQuery
{
    private DuckDbResult? _result;
    private long _ranTicks;

    /// <inheritdoc/>
    public string Id { get; } = number.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public QueryStatistics Statistics => new() { Ran = TimeSpan.FromTicks(Interlocked.Read(ref _ranTicks)) };

    /// <inheritdoc/>
    public IReadOnlyList<SqlColumn> Columns =>
        [.. Result.Columns.Select(column => new SqlColumn(column.Name, TypeName(column)))];

    /// <inheritdoc/>
    public long Written { get; private set; }

    private DuckDbResult Result => _result ?? throw new InvalidOperationException("the statement has not been waited for");

    /// <inheritdoc/>
    public void Wait(CancellationToken cancellationToken) => Timed(() =>
    {
        _result ??= connection.Query(statement.Sql, cancellationToken);
        if (_result.ReturnsChangedRows)
        {
            Written = _result.Drain();
        }
    });

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<object?>> Rows(CancellationToken cancellationToken)
    {
        var result = Result;
        while (!result.ReturnsChangedRows && Next(result) is { } chunk)
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return [.. Enumerable.Range(0, result.Columns.Count).Select(column => Value(chunk.GetValue(column, row)))];
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _result?.Dispose();

    private DuckDbChunk? Next(DuckDbResult result)
    {
        DuckDbChunk? chunk = null;
        Timed(() => result.TryRead(out chunk));
        return chunk;
    }

    private void Timed(Action work)
    {
        var started = clock.GetTimestamp();
        try
        {
            work();
        }
        catch (DuckDbSqlException error)
        {
            var message = $"{error.Message}\nin: {error.Statement ?? StatementExcerpt.Of(statement.Sql)}";
            throw error.Kind is DuckDbErrorKind.Conversion or DuckDbErrorKind.OutOfRange or DuckDbErrorKind.Constraint or DuckDbErrorKind.DivideByZero
                ? new DataException(message)
                : new CallerException(message, error);
        }
        finally
        {
            Interlocked.Add(ref _ranTicks, clock.GetElapsedTime(started).Ticks);
        }
    }

    private static string TypeName(DuckDbColumn column) => column.Type == DuckDbType.Decimal
        ? string.Create(CultureInfo.InvariantCulture, $"decimal({column.Width},{column.Scale})")
        : column.Type.ToString().ToLowerInvariant();

    private static object? Value(object? value) => value switch
    {
        null or bool or int or long or double or decimal or string or DateOnly => value,
        DateTime moment => DateTime.SpecifyKind(moment, DateTimeKind.Utc),
        float narrow => (double)narrow,
        sbyte or byte or short or ushort => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        uint wide => (long)wide,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
