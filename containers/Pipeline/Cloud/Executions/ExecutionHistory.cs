using Amazon.StepFunctions.Model;

namespace Recommender.Pipeline.Cloud.Executions;

/// <summary>An execution's events, read onwards: a long run has thousands, and only the new ones are asked for.</summary>
/// <param name="clients">The services.</param>
/// <param name="arn">The execution.</param>
internal sealed class ExecutionHistory(CloudClients clients, string arn)
{
    private const int PageSize = 500;

    private long _last;

    /// <summary>The events since the last reading, the oldest first.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> MoreAsync(CancellationToken cancellationToken)
    {
        var news = new List<HistoryEvent>();
        string? next = null;
        do
        {
            var page = await CloudCall.Async(
                $"Step Functions GetExecutionHistory of {arn}",
                token => clients.StepFunctions.GetExecutionHistoryAsync(
                    new GetExecutionHistoryRequest { ExecutionArn = arn, ReverseOrder = true, MaxResults = PageSize, NextToken = next, IncludeExecutionData = true }, token),
                cancellationToken).ConfigureAwait(false);
            var fresh = (page.Events ?? []).Where(happened => happened.Id > _last).ToList();
            news.AddRange(fresh);
            next = fresh.Count == (page.Events ?? []).Count ? page.NextToken : null;
        }
        while (next is not null);
        news.Reverse();
        _last = news.Count > 0 ? news[^1].Id ?? _last : _last;
        return news;
    }
}
