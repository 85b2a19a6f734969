using System.Globalization;
using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;

namespace Recommender.Pipeline.Tests.Cloud.Fakes;

/// <summary>CloudWatch Logs as far as the program uses it; a page has two lines.</summary>
internal sealed class FakeLogs() : AmazonCloudWatchLogsClient(new BasicAWSCredentials("key", "secret"), RegionEndpoint.EUWest1)
{
    private const int PageSize = 2;

    private readonly Dictionary<string, List<string>> _streams = [];

    /// <summary>Is called after each answer.</summary>
    public Action Answered { get; set; } = () => { };

    /// <summary>Adds lines to a task's stream.</summary>
    public void Write(string task, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var stream = $"jobs/job/{task}";
            _streams.TryAdd(stream, []);
            _streams[stream].Add(line + "\n");
        }
    }

    public override Task<GetLogEventsResponse> GetLogEventsAsync(GetLogEventsRequest request, CancellationToken cancellationToken = default)
    {
        Assert.Equal("/recommender/test/jobs", request.LogGroupName);
        if (!_streams.TryGetValue(request.LogStreamName, out var lines))
        {
            throw new ResourceNotFoundException("The specified log stream does not exist.");
        }

        var from = request.NextToken is { } token ? int.Parse(token[2..], CultureInfo.InvariantCulture) : request.StartFromHead == true ? 0 : Math.Max(0, lines.Count - (request.Limit ?? 10_000));
        var to = Math.Min(lines.Count, request.NextToken is null && request.StartFromHead != true ? int.MaxValue : from + PageSize);
        var response = new GetLogEventsResponse
        {
            Events = [.. lines.Take(to).Skip(from).Select(line => new OutputLogEvent { Message = line })],
            NextForwardToken = string.Create(CultureInfo.InvariantCulture, $"f/{to}"),
        };
        Answered();
        return Task.FromResult(response);
    }
}
