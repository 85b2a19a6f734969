using System.Text.Json.Nodes;

namespace Recommender.AwsEmulator.StepFunctions;

/// <summary>Step Functions writes members with a capital where ECS and Step Functions' own interface write none.</summary>
internal static class MemberCase
{
    /// <summary>Members with a capital, and times (<c>CreatedAt</c>, <c>StartDate</c>) in milliseconds.</summary>
    public static JsonNode? Capital(JsonNode? node) => Convert(node, char.ToUpperInvariant, toService: false);

    /// <summary>Members without a capital.</summary>
    public static JsonObject Small(JsonObject node) => Convert(node, char.ToLowerInvariant, toService: true)!.AsObject();

    private static JsonNode? Convert(JsonNode? node, Func<char, char> first, bool toService) => node switch
    {
        JsonObject holder => new JsonObject(holder.Select(member => KeyValuePair.Create(
            first(member.Key[0]) + member.Key[1..],
            !toService && IsTime(member.Key, member.Value) ? JsonValue.Create((long)(member.Value!.GetValue<decimal>() * 1000)) : Convert(member.Value, first, toService)))),
        JsonArray list => new JsonArray([.. list.Select(item => Convert(item, first, toService))]),
        _ => node?.DeepClone(),
    };

    private static bool IsTime(string name, JsonNode? value) =>
        (name.EndsWith("At", StringComparison.Ordinal) || name.EndsWith("Date", StringComparison.Ordinal)) && value is JsonValue held && held.TryGetValue<decimal>(out _);
}
