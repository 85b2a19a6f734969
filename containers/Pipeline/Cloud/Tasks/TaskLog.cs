using Amazon.CloudWatchLogs.Model;

namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>One task's log, read onwards from where the last reading ended.</summary>
/// <param name="clients">The services.</param>
/// <param name="places">Where logs are.</param>
/// <param name="task">The task.</param>
internal sealed class TaskLog(CloudClients clients, LogPlaces places, CloudTask task)
{
    /// <summary>How many lines an error shows: 20.</summary>
    public const int Shown = 20;

    private readonly Queue<string> _last = new();
    private string? _next;

    /// <summary>The last lines read.</summary>
    public IReadOnlyList<string> Last => [.. _last];

    /// <summary>The lines since the last reading, or from the beginning; none while there is no log yet.</summary>
    public async Task<IReadOnlyList<string>> MoreAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (await PageAsync(new GetLogEventsRequest { NextToken = _next, StartFromHead = true }, cancellationToken).ConfigureAwait(false) is { } page)
        {
            lines.AddRange(Keep(page));
            var end = page.NextForwardToken == _next;
            _next = page.NextForwardToken;

            // At the end of a log the token stays the same; a page may be empty before it.
            if (end)
            {
                break;
            }
        }

        return lines;
    }

    /// <summary>The last lines; reading goes on after them.</summary>
    /// <param name="count">How many, 1 to 10,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<string>> TailAsync(int count, CancellationToken cancellationToken)
    {
        if (await PageAsync(new GetLogEventsRequest { StartFromHead = false, Limit = count }, cancellationToken).ConfigureAwait(false) is not { } page)
        {
            return [];
        }

        _next = page.NextForwardToken;
        return [.. Keep(page)];
    }

    private IEnumerable<string> Keep(GetLogEventsResponse page)
    {
        foreach (var line in (page.Events ?? []).Select(happened => happened.Message.TrimEnd('\r', '\n')))
        {
            _last.Enqueue(line);
            if (_last.Count > Shown)
            {
                _last.Dequeue();
            }

            yield return line;
        }
    }

    private async Task<GetLogEventsResponse?> PageAsync(GetLogEventsRequest request, CancellationToken cancellationToken)
    {
        if (await places.OfAsync(task, cancellationToken).ConfigureAwait(false) is not { } place)
        {
            return null;
        }

        (request.LogGroupName, request.LogStreamName) = (place.Group, place.Stream);
        try
        {
            return await CloudCall.Async(
                $"CloudWatch Logs GetLogEvents of {place.Group} {place.Stream}", token => clients.Logs.GetLogEventsAsync(request, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Lake.Errors.EnvironmentException error) when (error.InnerException is ResourceNotFoundException)
        {
            // The stream is made with the first line.
            return null;
        }
    }
}
