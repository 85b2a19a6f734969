using Amazon.Athena;
using Amazon.Athena.Model;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Athena;

/// <summary>One start of a statement on Athena, watched to its end.</summary>
/// <param name="calls">Athena.</param>
/// <param name="id">The query's id.</param>
/// <param name="options">The bounds and the price.</param>
internal sealed class AthenaExecution(AthenaCalls calls, string id, AthenaOptions options)
{
    private QueryStatistics _statistics = new();
    private bool _ended;

    /// <summary>The query's id.</summary>
    public string Id => id;

    /// <summary>What it took as of the last look.</summary>
    public QueryStatistics Statistics => Volatile.Read(ref _statistics);

    /// <summary>Looks, less and less often, until the query has ended.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the query was stopped.</exception>
    public QueryExecution WaitForEnd(CancellationToken cancellationToken)
    {
        try
        {
            for (var looks = 0; ; looks++)
            {
                calls.Looks.Wait(looks, cancellationToken);
                if (Look(cancellationToken) is { } ended)
                {
                    return ended;
                }
            }
        }
        catch (OperationCanceledException)
        {
            Abandon();
            throw;
        }
    }

    /// <summary>Stops the query if it has not ended, and waits a moment for its end, so that it writes no more. A failure to do so stops nobody.</summary>
    public void Abandon()
    {
        if (_ended)
        {
            return;
        }

        using var late = new CancellationTokenSource(options.StopWait, calls.Clock);
        try
        {
            calls.Stop(id, late.Token);
            for (var looks = 0; Look(late.Token) is null; looks++)
            {
                calls.Looks.Wait(looks, late.Token);
            }
        }
        catch (Exception error) when (error is EnvironmentException or OperationCanceledException)
        {
            // Whoever stops it has a reason of their own to tell of; what it may still write lies where nobody reads.
        }

        _ended = true;
    }

    private QueryExecution? Look(CancellationToken cancellationToken)
    {
        var execution = calls.Look(id, cancellationToken);
        Volatile.Write(ref _statistics, StatisticsOf(execution));
        var state = execution.Status.State;
        _ended = state == QueryExecutionState.SUCCEEDED || state == QueryExecutionState.FAILED || state == QueryExecutionState.CANCELLED;
        return _ended ? execution : null;
    }

    private QueryStatistics StatisticsOf(QueryExecution execution)
    {
        var statistics = execution.Statistics;
        var scanned = statistics?.DataScannedInBytes ?? 0;
        var reused = statistics?.ResultReuseInformation?.ReusedPreviousResult ?? false;
        var state = execution.Status.State;
        // What ended well is billed, and what somebody stopped by what it had scanned; statements that define something are free.
        var billed = !reused && execution.StatementType != StatementType.DDL
            && (state == QueryExecutionState.SUCCEEDED || (state == QueryExecutionState.CANCELLED && scanned > 0));
        return new QueryStatistics
        {
            BytesScanned = scanned,
            Queued = TimeSpan.FromMilliseconds(statistics?.QueryQueueTimeInMillis ?? 0),
            Ran = TimeSpan.FromMilliseconds(statistics?.EngineExecutionTimeInMillis ?? 0),
            Reused = reused,
            Cost = billed ? AthenaPrice.Of(scanned, options.DollarsPerTerabyte) : 0,
        };
    }
}
