using System.Text.Json;

namespace Recommender.AwsSdk.Protocol;

/// <summary>Only the first letter changes; <see cref="JsonNamingPolicy.CamelCase"/> would change all letters of an acronym at the start.</summary>
internal sealed class FirstLetterSmall : JsonNamingPolicy
{
    public static FirstLetterSmall Instance { get; } = new();

    public override string ConvertName(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
