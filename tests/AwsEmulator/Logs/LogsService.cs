using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Logs;

/// <summary>Amazon CloudWatch Logs: groups, streams, events.</summary>
/// <param name="state">What the emulator's services share.</param>
/// <param name="store">The groups.</param>
internal sealed class LogsService(EmulatorState state, LogStore store) : IJsonService
{
    private const string Invalid = "InvalidParameterException";
    private const int MostStreams = 50;

    /// <inheritdoc/>
    public string Target => "Logs_20140328";

    /// <inheritdoc/>
    public string Name => "logs";

    /// <inheritdoc/>
    public string Version => "1.1";

    /// <summary>The groups, without the protocol.</summary>
    public LogStore Store => store;

    /// <inheritdoc/>
    public Task<JsonObject> InvokeAsync(string operation, JsonObject input, CancellationToken cancellationToken) => Task.FromResult(operation switch
    {
        "CreateLogGroup" => Do(() => store.CreateGroup(Group(input))),
        "CreateLogStream" => Do(() => store.CreateStream(Group(input), Stream(input))),
        "PutLogEvents" => Put(input),
        "GetLogEvents" => LogReading.Read(store.Stream(Group(input), Stream(input)), input),
        "DescribeLogGroups" => Groups(input),
        "DescribeLogStreams" => Streams(input),
        "FilterLogEvents" => LogReading.Find(store.Group(Group(input)), input),
        _ => throw new AwsFaultException("UnknownOperationException", $"the emulated logs do not know {operation}"),
    });

    private static string Group(JsonObject input) => input.Required("logGroupName", Invalid);

    private static string Stream(JsonObject input) => input.Required("logStreamName", Invalid);

    private static JsonObject Do(Action work)
    {
        work();
        return [];
    }

    private JsonObject Put(JsonObject input)
    {
        var events = input.Objects("logEvents").Select(item => (Time: item.Long("timestamp") ?? 0, Message: item.Required("message", Invalid))).ToList();
        if (events.Count is 0 or > LogReading.MostEvents)
        {
            throw new AwsFaultException(Invalid, $"logEvents has {events.Count} members; it must have 1 to {LogReading.MostEvents}");
        }

        if (events.Zip(events.Skip(1)).Any(pair => pair.First.Time > pair.Second.Time))
        {
            throw new AwsFaultException(Invalid, "Log events in a single PutLogEvents request must be in chronological order.");
        }

        store.Add(Group(input), Stream(input), events);
        return new() { ["nextSequenceToken"] = "0" };
    }

    private JsonObject Groups(JsonObject input)
    {
        var prefix = input.Text("logGroupNamePrefix") ?? "";
        var groups = store.Groups.Where(group => group.Name.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        return Page(input, "logGroups", groups, group => new() { ["logGroupName"] = group.Name, ["creationTime"] = group.Created, ["arn"] = $"{Arn(group.Name)}:*" });
    }

    private JsonObject Streams(JsonObject input)
    {
        var group = store.Group(Group(input));
        var prefix = input.Text("logStreamNamePrefix") ?? "";
        var byTime = input.Text("orderBy") == "LastEventTime";
        if (byTime && prefix.Length > 0)
        {
            throw new AwsFaultException(Invalid, "Cannot order by LastEventTime with a logStreamNamePrefix.");
        }

        var streams = group.Streams.Values.Where(stream => stream.Name.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(stream => stream.Name, StringComparer.Ordinal).ToList();
        if (byTime)
        {
            streams = [.. streams.OrderBy(stream => stream.Lines is [.., var last] ? last.Timestamp : 0)];
        }

        if (input.Flag("descending"))
        {
            streams.Reverse();
        }

        return Page(input, "logStreams", streams, stream => Describe(group, stream));
    }

    private JsonObject Describe(LogGroup group, LogStream stream)
    {
        var described = new JsonObject { ["logStreamName"] = stream.Name, ["creationTime"] = stream.Created, ["arn"] = $"{Arn(group.Name)}:log-stream:{stream.Name}", ["storedBytes"] = 0 };
        if (stream.Lines is [var first, ..] lines)
        {
            described["firstEventTimestamp"] = first.Timestamp;
            described["lastEventTimestamp"] = lines[^1].Timestamp;
            described["lastIngestionTime"] = lines.Max(line => line.Ingested);
        }

        return described;
    }

    private static JsonObject Page<T>(JsonObject input, string member, List<T> items, Func<T, JsonObject> write)
    {
        var (page, next) = Pages.Cut(items, input.Text("nextToken"), Math.Clamp(input.Number("limit") ?? MostStreams, 1, MostStreams), Invalid);
        var answer = new JsonObject { [member] = new JsonArray([.. page.Select(write)]) };
        if (next is not null)
        {
            answer["nextToken"] = next;
        }

        return answer;
    }

    private string Arn(string group) => $"arn:aws:logs:{state.Options.Region}:{state.Options.Account}:log-group:{group}";
}
