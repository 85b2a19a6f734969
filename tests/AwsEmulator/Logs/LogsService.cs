using System.Globalization;
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
    private const int MostEvents = 10_000;
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
        "GetLogEvents" => Get(input),
        "DescribeLogGroups" => Groups(input),
        "DescribeLogStreams" => Streams(input),
        "FilterLogEvents" => Filter(input),
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
        if (events.Count is 0 or > MostEvents)
        {
            throw new AwsFaultException(Invalid, $"logEvents has {events.Count} members; it must have 1 to {MostEvents}");
        }

        if (events.Zip(events.Skip(1)).Any(pair => pair.First.Time > pair.Second.Time))
        {
            throw new AwsFaultException(Invalid, "Log events in a single PutLogEvents request must be in chronological order.");
        }

        store.Add(Group(input), Stream(input), events);
        return new() { ["nextSequenceToken"] = "0" };
    }

    private static JsonObject Get(JsonObject input, LogStream stream)
    {
        var limit = Limit(input);
        var lines = Between(stream.Lines, input).ToList();
        var token = input.Text("nextToken");
        var place = token is null ? (input.Flag("startFromHead") ? 0 : Math.Max(0, lines.Count - limit)) : Place(token, lines.Count);
        var (from, until) = token is ['b', ..] ? (Math.Max(0, place - limit), place) : (place, Math.Min(lines.Count, place + limit));
        return new()
        {
            ["events"] = new JsonArray([.. lines.Take(until).Skip(from).Select(line => new JsonObject { ["timestamp"] = line.Timestamp, ["message"] = line.Message, ["ingestionTime"] = line.Ingested })]),
            ["nextForwardToken"] = string.Create(CultureInfo.InvariantCulture, $"f/{until:d20}"),
            ["nextBackwardToken"] = string.Create(CultureInfo.InvariantCulture, $"b/{from:d20}"),
        };
    }

    private JsonObject Get(JsonObject input) => Get(input, store.Stream(Group(input), Stream(input)));

    // The same token comes back where there is nothing new: that is how a reader knows it is at the end.
    private static int Place(string token, int count) =>
        token is ['f' or 'b', '/', ..] && int.TryParse(token.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place <= count
            ? place
            : throw new AwsFaultException(Invalid, "The specified nextToken is invalid.");

    private static int Limit(JsonObject input) => input.Number("limit") switch
    {
        null => MostEvents,
        { } limit and >= 1 and <= MostEvents => limit,
        var limit => throw new AwsFaultException(Invalid, $"limit is {limit}; it must be from 1 to {MostEvents}"),
    };

    private static IEnumerable<LogLine> Between(IEnumerable<LogLine> lines, JsonObject input)
    {
        var (first, end) = (input.Long("startTime") ?? 0, input.Long("endTime") ?? long.MaxValue);
        return lines.Where(line => line.Timestamp >= first && line.Timestamp < end);
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

    private JsonObject Filter(JsonObject input)
    {
        var group = store.Group(Group(input));
        var names = input.Texts("logStreamNames");
        var prefix = input.Text("logStreamNamePrefix");
        if (names.Count > 0 && prefix is not null)
        {
            throw new AwsFaultException(Invalid, "Only one of logStreamNames and logStreamNamePrefix can be given.");
        }

        var pattern = LogPattern.Parse(input.Text("filterPattern") ?? "");
        var events = group.Streams.Values
            .Where(stream => names.Count > 0 ? names.Contains(stream.Name) : stream.Name.StartsWith(prefix ?? "", StringComparison.Ordinal))
            .SelectMany(stream => Between(stream.Lines, input).Where(line => pattern.Fits(line.Message)).Select(line => (stream.Name, Line: line)))
            .OrderBy(item => item.Line.Timestamp).ThenBy(item => item.Line.Id, StringComparer.Ordinal).ToList();
        var (page, next) = Pages.Cut(events, input.Text("nextToken"), Limit(input), Invalid);
        var answer = new JsonObject
        {
            ["events"] = new JsonArray([.. page.Select(item => new JsonObject
            {
                ["logStreamName"] = item.Name,
                ["timestamp"] = item.Line.Timestamp,
                ["message"] = item.Line.Message,
                ["ingestionTime"] = item.Line.Ingested,
                ["eventId"] = item.Line.Id,
            })]),
            ["searchedLogStreams"] = new JsonArray(),
        };
        if (next is not null)
        {
            answer["nextToken"] = next;
        }

        return answer;
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
