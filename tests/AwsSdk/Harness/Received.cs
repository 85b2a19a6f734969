using System.Text.Json.Nodes;

namespace Recommender.AwsSdk.Tests.Harness;

/// <summary>One request as it arrived.</summary>
internal sealed record Received(string StartLine, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
