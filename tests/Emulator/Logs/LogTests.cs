using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Recommender.AwsEmulator;
using Recommender.AwsEmulator.Logs;
using Recommender.Emulator.Tests.Models;

namespace Recommender.Emulator.Tests.Logs;

public sealed class LogTests : IAsyncLifetime
{
    private const string Group = "/recommender/uat/transform";
    private AwsEmulatorServer? _server;
    private AmazonCloudWatchLogsClient? _client;

    private AmazonCloudWatchLogsClient Client => _client!;

    private LogStore Store => _server!.Service<LogsService>().Store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await AwsEmulatorServer.StartAsync(new(), Cancellation);
        _client = new(new BasicAWSCredentials("test", "test"), new AmazonCloudWatchLogsConfig { ServiceURL = _server.Address.ToString(), AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
        Store.CreateGroup(Group);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _server!.DisposeAsync();
        WireRecord.Check(_server.Log);
    }

    [Fact]
    public async Task A_reader_from_the_head_goes_on_where_it_was()
    {
        Fill("a", 5);

        var first = await Client.GetLogEventsAsync(new() { LogGroupName = Group, LogStreamName = "a", StartFromHead = true, Limit = 3 }, Cancellation);
        var second = await Client.GetLogEventsAsync(new() { LogGroupName = Group, LogStreamName = "a", NextToken = first.NextForwardToken, Limit = 3 }, Cancellation);
        var third = await Client.GetLogEventsAsync(new() { LogGroupName = Group, LogStreamName = "a", NextToken = second.NextForwardToken }, Cancellation);
        Store.Write(Group, "a", "late");
        var fourth = await Client.GetLogEventsAsync(new() { LogGroupName = Group, LogStreamName = "a", NextToken = third.NextForwardToken }, Cancellation);

        Assert.Equal(["line 1", "line 2", "line 3", "line 4", "line 5"], first.Events.Concat(second.Events).Select(line => line.Message));
        Assert.Empty(third.Events ?? []);
        Assert.Equal(second.NextForwardToken, third.NextForwardToken);
        Assert.Equal(["late"], fourth.Events.Select(line => line.Message));
    }

    [Fact]
    public async Task A_reader_from_the_end_goes_back()
    {
        Fill("a", 5);

        var last = await Client.GetLogEventsAsync(new() { LogGroupName = Group, LogStreamName = "a", Limit = 2 }, Cancellation);
        var before = await Client.GetLogEventsAsync(new() { LogGroupName = Group, LogStreamName = "a", NextToken = last.NextBackwardToken, Limit = 2 }, Cancellation);

        Assert.Equal(["line 4", "line 5"], last.Events.Select(line => line.Message));
        Assert.Equal(["line 2", "line 3"], before.Events.Select(line => line.Message));
    }

    [Fact]
    public async Task Streams_are_found_by_prefix_and_by_their_last_event()
    {
        Fill("a/1", 1);
        Fill("a/2", 9);
        Fill("b/1", 5);

        var byName = await Client.DescribeLogStreamsAsync(new() { LogGroupName = Group, LogStreamNamePrefix = "a/" }, Cancellation);
        var byTime = await Client.DescribeLogStreamsAsync(new() { LogGroupName = Group, OrderBy = OrderBy.LastEventTime, Descending = true, Limit = 2 }, Cancellation);

        Assert.Equal(["a/1", "a/2"], byName.LogStreams.Select(stream => stream.LogStreamName));
        Assert.Equal(["a/2", "b/1"], byTime.LogStreams.Select(stream => stream.LogStreamName));
    }

    [Theory]
    [InlineData("\"line 2\"", "line 2")]
    [InlineData("line -1 -3", "line 2")]
    [InlineData("?1 ?3", "line 1,line 3")]
    public async Task Events_of_all_streams_are_found_by_terms(string pattern, string found)
    {
        Fill("a", 3);

        var events = (await Client.FilterLogEventsAsync(new() { LogGroupName = Group, FilterPattern = pattern }, Cancellation)).Events;

        Assert.Equal(found.Split(','), events.Select(line => line.Message));
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Client.GetLogEventsAsync(new() { LogGroupName = Group, LogStreamName = "none" }, Cancellation));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Client.FilterLogEventsAsync(new() { LogGroupName = "none" }, Cancellation));
    }

    private void Fill(string stream, int lines)
    {
        Store.CreateStream(Group, stream);
        Store.Add(Group, stream, Enumerable.Range(1, lines).Select(line => (1_700_000_000_000L + line, $"line {line}")));
    }
}
