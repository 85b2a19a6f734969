using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recommender.Ranking.Tests.Support;

/// <summary>All that a report says, to the last bit of its numbers, to compare reports by.</summary>
internal static class ExactJson
{
    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static string Of<T>(T report) => JsonSerializer.Serialize(report, Options);
}
