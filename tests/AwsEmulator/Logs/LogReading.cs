using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Logs;

/// <summary>Reads events: of one stream onwards or backwards, or of many by their text.</summary>
internal static class LogReading
{
    /// <summary>Events of one answer at most.</summary>
    public const int MostEvents = 10_000;

    private const string Invalid = "InvalidParameterException";

    /// <summary>What GetLogEvents answers.</summary>
    /// <exception cref="AwsFaultException">The request is wrong.</exception>
    public static JsonObject Read(LogStream stream, JsonObject input)
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

    /// <summary>What FilterLogEvents answers.</summary>
    /// <exception cref="AwsFaultException">The request is wrong.</exception>
    public static JsonObject Find(LogGroup group, JsonObject input)
    {
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
}
