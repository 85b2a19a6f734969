using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Ecs;

/// <summary>Task definitions by family and revision. Safe for concurrent use.</summary>
/// <param name="state">What the emulator's services share.</param>
internal sealed class TaskDefinitions(EmulatorState state)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<JsonObject>> _families = [];

    /// <summary>Adds a revision.</summary>
    /// <param name="input">The request.</param>
    /// <returns>The TaskDefinition of an answer.</returns>
    /// <exception cref="AwsFaultException">It is not sound, or of a kind that is not emulated.</exception>
    public JsonObject Register(JsonObject input)
    {
        var family = input.Required("family", "ClientException");
        var containers = input.Objects("containerDefinitions");
        if (containers.Count != 1)
        {
            throw new AwsFaultException("ClientException", $"the emulator runs one container in a task, and {family} has {containers.Count}");
        }

        _ = containers[0].Required("name", "ClientException");
        lock (_lock)
        {
            if (!_families.TryGetValue(family, out var revisions))
            {
                _families.Add(family, revisions = []);
            }

            var definition = input.DeepClone().AsObject();
            definition.Remove("tags");
            definition["revision"] = revisions.Count + 1;
            definition["taskDefinitionArn"] = string.Create(CultureInfo.InvariantCulture, $"arn:aws:ecs:{state.Options.Region}:{state.Options.Account}:task-definition/{family}:{revisions.Count + 1}");
            definition["status"] = "ACTIVE";
            definition["registeredAt"] = JsonMoment.Seconds(state.Clock.GetUtcNow());
            definition["compatibilities"] = new JsonArray("EC2", "FARGATE");
            definition["volumes"] ??= new JsonArray();
            definition["placementConstraints"] ??= new JsonArray();
            revisions.Add(definition);
            return definition.DeepClone().AsObject();
        }
    }

    /// <summary>A definition.</summary>
    /// <param name="name">FAMILY for its newest revision, FAMILY:REVISION, or an ARN.</param>
    /// <returns>Null where there is none.</returns>
    public JsonObject? Find(string name)
    {
        var parts = name[(name.LastIndexOf('/') + 1)..].Split(':');
        lock (_lock)
        {
            var revisions = _families.GetValueOrDefault(parts[0]) ?? [];
            return parts.Length == 1 ? revisions.LastOrDefault()?.DeepClone().AsObject()
                : parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && revision >= 1 && revision <= revisions.Count ? revisions[revision - 1].DeepClone().AsObject()
                : null;
        }
    }
}
