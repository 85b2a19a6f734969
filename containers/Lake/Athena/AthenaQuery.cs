using Amazon.Athena;
using Amazon.Athena.Model;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Athena;

/// <summary>A statement at work on Athena. A SELECT that fails through no fault of its own is run again within a bound.</summary>
internal sealed class AthenaQuery : ISqlQuery
{
    private readonly AthenaCalls _calls;
    private readonly SqlStatement _statement;
    private readonly string _unique;
    private readonly AthenaOptions _options;
    private readonly StatementKind _kind;
    private AthenaExecution _execution;
    private QueryStatistics _before = new();
    private AthenaResults? _results;
    private int _attempt = 1;

    private AthenaQuery(AthenaCalls calls, SqlStatement statement, string unique, AthenaOptions options, CancellationToken cancellationToken)
    {
        _calls = calls;
        _statement = statement;
        _unique = unique;
        _options = options;
        _kind = StatementKinds.Of(statement.Sql);
        _execution = Start(cancellationToken);
    }

    /// <inheritdoc/>
    public string Id => _execution.Id;

    /// <inheritdoc/>
    public QueryStatistics Statistics => Volatile.Read(ref _before).Plus(Volatile.Read(ref _execution).Statistics);

    /// <inheritdoc/>
    public IReadOnlyList<SqlColumn> Columns => Results.Columns;

    /// <inheritdoc/>
    public long Written => _kind == StatementKind.Insert ? Results.Written : 0;

    private AthenaResults Results => _results ?? throw new InvalidOperationException("the statement has not been waited for");

    /// <summary>Starts a statement.</summary>
    public static AthenaQuery Start(AthenaCalls calls, SqlStatement statement, string unique, AthenaOptions options, CancellationToken cancellationToken) =>
        new(calls, statement, unique, options, cancellationToken);

    /// <inheritdoc/>
    public void Wait(CancellationToken cancellationToken)
    {
        while (_results is null)
        {
            var ended = _execution.WaitForEnd(cancellationToken);
            if (ended.Status.State == QueryExecutionState.SUCCEEDED)
            {
                _results = AthenaResults.Open(_calls, Id, _kind, cancellationToken);
                return;
            }

            Retry(ended, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<object?>> Rows(CancellationToken cancellationToken) => Results.Rows(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _execution.Abandon();

    private AthenaExecution Start(CancellationToken cancellationToken) =>
        new(_calls, _calls.Start(_statement, AthenaToken.Of(_statement, _unique, _attempt), cancellationToken), _options);

    private void Retry(QueryExecution ended, CancellationToken cancellationToken)
    {
        var failure = AthenaFailure.Of(ended);
        if (_kind != StatementKind.Select || !failure.Retryable || _attempt >= _options.Attempts)
        {
            throw failure.ToException(Id, _kind, _attempt, StatementExcerpt.Of(_statement.Sql));
        }

        _calls.Retries.Wait(_attempt - 1, cancellationToken);
        _attempt++;
        // Athena bills no query that failed.
        Volatile.Write(ref _before, Statistics with { Cost = _before.Cost });
        Volatile.Write(ref _execution, Start(cancellationToken));
    }
}
