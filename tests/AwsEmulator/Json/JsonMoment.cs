using System.Text.Json.Nodes;

namespace Recommender.AwsEmulator.Json;

/// <summary>Moments as AWS's JSON protocol writes them.</summary>
internal static class JsonMoment
{
    /// <summary>Seconds since 1970 with three digits after the point: what a timestamp is unless its service says otherwise.</summary>
    public static JsonNode Seconds(DateTimeOffset moment) => JsonValue.Create(moment.ToUnixTimeMilliseconds() / 1000m)!;
}
