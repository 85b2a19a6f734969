using Amazon.Athena;
using Amazon.Athena.Model;
using Recommender.Lake.Aws;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Athena;

/// <summary>The calls of Athena that a query makes. One that is throttled beyond the SDK's own retries is made again within a bound.</summary>
/// <param name="client">The client.</param>
/// <param name="lake">The workgroup and the catalog.</param>
/// <param name="options">The bounds.</param>
/// <param name="clock">Waits.</param>
/// <param name="random">Spreads waits.</param>
internal sealed class AthenaCalls(IAmazonAthena client, AwsLakeSettings lake, AthenaOptions options, TimeProvider clock, Random random)
{
    private const int LongestRetry = 20;

    /// <summary>Waits between looks.</summary>
    public Backoff Looks { get; } = new(options.FirstPoll, options.LongestPoll, clock, random);

    /// <summary>Waits between attempts.</summary>
    public Backoff Retries { get; } = new(options.FirstRetry, options.FirstRetry * LongestRetry, clock, random);

    /// <summary>The clock that bounds waits.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Starts a statement, or finds the start that had the same token.</summary>
    /// <returns>The query's id.</returns>
    public string Start(SqlStatement statement, string token, CancellationToken cancellationToken)
    {
        // A workgroup that enforces its settings says where results go: the request does not.
        var request = new StartQueryExecutionRequest
        {
            QueryString = statement.Sql,
            WorkGroup = lake.Workgroup,
            ClientRequestToken = token,
            QueryExecutionContext = new QueryExecutionContext { Catalog = lake.Catalog },
            ResultReuseConfiguration = Reuse(statement.ReuseWithin),
        };

        // A start whose answer is dropped is a query that nobody stops: once under way, it is given a moment to be answered.
        using var late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var registration = cancellationToken.Register(() => late.CancelAfter(options.StopWait));
        cancellationToken.ThrowIfCancellationRequested();
        var what = $"Athena StartQueryExecution in workgroup {lake.Workgroup}";
        try
        {
            return Call(what, async token => (await client.StartQueryExecutionAsync(request, token).ConfigureAwait(false)).QueryExecutionId, late.Token, cancellationToken);
        }
        catch (EnvironmentException error) when (error.InnerException is InvalidRequestException { Message: var reason } invalid && IsSql(invalid))
        {
            throw new CallerException($"Athena cannot read the statement: {reason}\nin: {StatementExcerpt.Of(statement.Sql)}", error);
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException("The statement was stopped while it was being started.", cancellationToken);
        }
    }

    /// <summary>How a query is doing.</summary>
    public QueryExecution Look(string id, CancellationToken cancellationToken) => Call(
        $"Athena GetQueryExecution of query {id}",
        async token => (await client.GetQueryExecutionAsync(new GetQueryExecutionRequest { QueryExecutionId = id }, token).ConfigureAwait(false)).QueryExecution,
        cancellationToken,
        cancellationToken);

    /// <summary>A page of a query's results.</summary>
    /// <param name="id">The query.</param>
    /// <param name="page">The page's token; null for the first.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public GetQueryResultsResponse Results(string id, string? page, CancellationToken cancellationToken) => Call(
        $"Athena GetQueryResults of query {id}",
        token => client.GetQueryResultsAsync(new GetQueryResultsRequest { QueryExecutionId = id, NextToken = page, MaxResults = options.RowsOfPage }, token),
        cancellationToken,
        cancellationToken);

    /// <summary>Asks that a query be stopped.</summary>
    public void Stop(string id, CancellationToken cancellationToken) => Call(
        $"Athena StopQueryExecution of query {id}",
        token => client.StopQueryExecutionAsync(new StopQueryExecutionRequest { QueryExecutionId = id }, token),
        cancellationToken,
        cancellationToken);

    private T Call<T>(string what, Func<CancellationToken, Task<T>> call, CancellationToken callToken, CancellationToken waitToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return AwsFault.Call(what, call, callToken);
            }
            catch (EnvironmentException error) when (attempt < options.Attempts && AwsFault.IsThrottle(error.InnerException))
            {
                Retries.Wait(attempt - 1, waitToken);
            }
        }
    }

    private static ResultReuseConfiguration? Reuse(TimeSpan? within) => within is not { } age
        ? null
        : new ResultReuseConfiguration
        {
            ResultReuseByAgeConfiguration = new ResultReuseByAgeConfiguration { Enabled = true, MaxAgeInMinutes = (int)age.TotalMinutes },
        };

    private static bool IsSql(InvalidRequestException error) =>
        error.AthenaErrorCode == "MALFORMED_QUERY" || error.Message.StartsWith("line ", StringComparison.Ordinal);
}
