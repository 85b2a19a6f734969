using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Ecs;

/// <summary>The rules of RunTask.</summary>
internal static class RunTaskRules
{
    private const int MostTasks = 10;

    /// <summary>Refuses what ECS refuses.</summary>
    /// <param name="input">The request.</param>
    /// <param name="definition">The task definition that it names.</param>
    /// <exception cref="AwsFaultException">The request is wrong.</exception>
    public static void Check(JsonObject input, JsonObject definition)
    {
        var count = input.Number("count") ?? 1;
        var name = definition.Objects("containerDefinitions")[0].Text("name");
        var stranger = input.Object("overrides")?.Objects("containerOverrides").FirstOrDefault(item => item.Text("name") != name);
        var network = input.Object("networkConfiguration")?.Object("awsvpcConfiguration");
        var fault = count is < 1 or > MostTasks ? $"count is {count}; it must be from 1 to {MostTasks}"
            : stranger is not null ? $"Override for container named {stranger.Text("name")} is not a container in the TaskDefinition."
            : definition.Text("networkMode") == "awsvpc" && (network?.Texts("subnets").Count ?? 0) == 0 ? "Network Configuration must be provided when networkMode 'awsvpc' is specified."
            : input.Text("clientToken") is { Length: 0 or > 64 } ? "clientToken must have 1 to 64 characters"
            : null;
        if (fault is not null)
        {
            throw new AwsFaultException("InvalidParameterException", fault);
        }
    }
}
