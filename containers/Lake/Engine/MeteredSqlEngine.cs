using Recommender.Lake.Models;

namespace Recommender.Lake.Engine;

/// <summary>Another engine whose queries' statistics are summed up; one statement at a time.</summary>
/// <param name="inner">The engine.</param>
internal sealed class MeteredSqlEngine(ISqlEngine inner) : ISqlEngine
{
    private readonly Lock _gate = new();
    private QueryStatistics _ended = new();
    private ISqlQuery? _running;

    /// <inheritdoc/>
    public SqlDialect Dialect => inner.Dialect;

    /// <summary>What its queries took so far; may be asked from another thread.</summary>
    public QueryStatistics Statistics
    {
        get
        {
            lock (_gate)
            {
                return _running is null ? _ended : _ended.Plus(_running.Statistics);
            }
        }
    }

    /// <inheritdoc/>
    public ISqlQuery Start(SqlStatement statement, CancellationToken cancellationToken)
    {
        var query = inner.Start(statement, cancellationToken);
        lock (_gate)
        {
            Count();
            _running = query;
        }

        return query;
    }

    private void Count()
    {
        if (_running is not null)
        {
            _ended = _ended.Plus(_running.Statistics);
            _running = null;
        }
    }
}
