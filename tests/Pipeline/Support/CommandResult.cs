using System.Text.Json;

namespace Recommender.Pipeline.Tests.Support;

/// <summary>What a command left behind.</summary>
internal sealed record CommandResult(int Code, string Out, string Error)
{
    /// <summary>The output as one JSON document.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>The output's lines.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
