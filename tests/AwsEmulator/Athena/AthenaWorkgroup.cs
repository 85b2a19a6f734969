using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Athena;

/// <summary>A workgroup.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OutputLocation">Where results go; null where each query must say it.</param>
/// <param name="Enforced">Whether no query can say otherwise.</param>
/// <param name="MostBytes">Bytes that one query may scan; null for any number.</param>
/// <param name="Created">When it was made.</param>
internal sealed record AthenaWorkgroup(string Name, string? OutputLocation, bool Enforced, long? MostBytes, DateTimeOffset Created)
{
    /// <summary>The version of the engine, as Athena names it.</summary>
    public static JsonObject EngineVersion => new() { ["SelectedEngineVersion"] = "Athena engine version 3", ["EffectiveEngineVersion"] = "Athena engine version 3" };

    /// <summary>The WorkGroup of an answer.</summary>
    public JsonObject ToJson()
    {
        var results = new JsonObject();
        if (OutputLocation is not null)
        {
            results[nameof(OutputLocation)] = OutputLocation;
        }

        var configuration = new JsonObject
        {
            ["ResultConfiguration"] = results,
            ["EnforceWorkGroupConfiguration"] = Enforced,
            ["PublishCloudWatchMetricsEnabled"] = true,
            ["RequesterPaysEnabled"] = false,
            [nameof(EngineVersion)] = EngineVersion,
        };
        if (MostBytes is { } bytes)
        {
            configuration["BytesScannedCutoffPerQuery"] = bytes;
        }

        return new() { [nameof(Name)] = Name, ["State"] = "ENABLED", ["Configuration"] = configuration, ["CreationTime"] = JsonMoment.Seconds(Created) };
    }
}
