using System.Text.Json.Nodes;
using Amazon.ECS.Model;

namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>Turns the parameters that a state gives ECS into a call. A field that is not known here is a fault: a task must not run otherwise than the pipeline runs it.</summary>
/// <param name="unknown">The fault of a field that is not known.</param>
internal sealed class TaskRequest(Func<string, Exception> unknown)
{
    /// <summary>The call.</summary>
    /// <param name="parameters">The filled parameters; they are used up.</param>
    public RunTaskRequest Of(JsonObject parameters)
    {
        var request = new RunTaskRequest
        {
            Cluster = Text(parameters, "Cluster"),
            TaskDefinition = Text(parameters, "TaskDefinition"),
            LaunchType = Text(parameters, "LaunchType"),
            PlatformVersion = Text(parameters, "PlatformVersion"),
            PropagateTags = Text(parameters, "PropagateTags"),
            NetworkConfiguration = Nested(parameters, "NetworkConfiguration", network => new NetworkConfiguration
            {
                AwsvpcConfiguration = Nested(network, "AwsvpcConfiguration", vpc => new AwsVpcConfiguration
                {
                    Subnets = Texts(vpc, "Subnets"),
                    SecurityGroups = Texts(vpc, "SecurityGroups"),
                    AssignPublicIp = Text(vpc, "AssignPublicIp"),
                }),
            }),
            Overrides = Nested(parameters, "Overrides", overrides => new TaskOverride { ContainerOverrides = [.. Objects(overrides, "ContainerOverrides").Select(Container)] }),
        };
        _ = Text(parameters, "ClientToken");
        RequireNone(parameters);
        return request.Overrides?.ContainerOverrides is [{ Name.Length: > 0, Command.Count: > 0 }] ? request : throw unknown("a job whose container or command is not told");
    }

    private ContainerOverride Container(JsonObject container)
    {
        var found = new ContainerOverride
        {
            Name = Text(container, "Name"),
            Command = Texts(container, "Command"),
            Environment = container.ContainsKey("Environment") ? [.. Objects(container, "Environment").Select(Variable)] : null,
        };
        RequireNone(container);
        return found;
    }

    private static Amazon.ECS.Model.KeyValuePair Variable(JsonObject variable) => new() { Name = Text(variable, "Name"), Value = Text(variable, "Value") };

    private T? Nested<T>(JsonObject from, string field, Func<JsonObject, T> make)
        where T : class
    {
        if (Take(from, field) is not JsonObject nested)
        {
            return null;
        }

        var made = make(nested);
        RequireNone(nested);
        return made;
    }

    private void RequireNone(JsonObject rest)
    {
        if (rest.Count > 0)
        {
            throw unknown($"jobs with the field {rest.First().Key}");
        }
    }

    private static string? Text(JsonObject from, string field) => Take(from, field)?.GetValue<string>();

    private static List<string>? Texts(JsonObject from, string field) => Take(from, field) is JsonArray items ? [.. items.Select(item => item!.GetValue<string>())] : null;

    private static IEnumerable<JsonObject> Objects(JsonObject from, string field) => Take(from, field) is JsonArray items ? items.Select(item => item!.AsObject()) : [];

    private static JsonNode? Take(JsonObject from, string field)
    {
        var value = from[field];
        from.Remove(field);
        return value;
    }
}
