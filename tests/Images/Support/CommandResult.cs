using System.Text.Json;

namespace Recommender.Images.Tests.Support;

/// <summary>What a command left behind.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Out">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record CommandResult(int Code, string Out, string Error)
{
    /// <summary>The output as one JSON document.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>The output's lines.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>This result, where it went well.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">It did not; the message has what was written.</exception>
    public CommandResult Fine()
    {
        Assert.True(Code == 0, $"exit code {Code}\n{Error}{Out}");
        return this;
    }
}
