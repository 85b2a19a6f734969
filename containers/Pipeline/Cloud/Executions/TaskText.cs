using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Pipeline.Cloud.Tasks;

namespace Recommender.Pipeline.Cloud.Executions;

/// <summary>Reads what Step Functions writes down of a task: what ECS answered when it took it, and its description when it stopped.</summary>
internal static class TaskText
{
    /// <summary>The task that ECS took; null where the text tells of none.</summary>
    /// <param name="label">What it is called.</param>
    /// <param name="answer">RunTask's answer, as JSON.</param>
    public static CloudTask? Taken(string label, string? answer) => Parse(answer)?["Tasks"] is JsonArray { Count: > 0 } tasks ? Of(label, tasks[0] as JsonObject) : null;

    /// <summary>The task that a description is of; null where it is none.</summary>
    public static CloudTask? Of(string label, JsonObject? description) =>
        Text(description, "TaskArn") is { Length: > 0 } arn && Text(description, "TaskDefinitionArn") is { Length: > 0 } definition ? new CloudTask(label, arn, definition, Named(description)) : null;

    /// <summary>Why a task failed, and with which exit code where it had one.</summary>
    /// <param name="cause">The cause of the failure: a description as JSON, or another text.</param>
    /// <param name="container">The container that runs the program; null for any.</param>
    public static (string Cause, int? ExitCode) Failure(string? cause, string? container)
    {
        if (Parse(cause) is not { } description)
        {
            return (cause ?? "", null);
        }

        var containers = description["Containers"] is JsonArray list ? list.OfType<JsonObject>().ToList() : [];
        var job = containers.Find(found => container is null ? found["ExitCode"]?.GetValue<int>() is not (null or 0) : Text(found, "Name") == container);
        var reasons = new[] { Text(description, "StoppedReason"), Text(job, "Reason") }.Where(reason => !string.IsNullOrWhiteSpace(reason)).Distinct();
        var text = string.Join("; ", reasons);
        var exit = job?["ExitCode"]?.GetValue<int>();
        return (exit is null ? text : $"exit code {exit}: {text}", exit);
    }

    /// <summary>A text as a JSON object; null where it is none.</summary>
    public static JsonObject? Parse(string? text)
    {
        try
        {
            return text is { Length: > 0 } ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The container that the call named; AWS may add others.</summary>
    private static string? Named(JsonObject? description) => Text(description?["Overrides"]?["ContainerOverrides"] is JsonArray { Count: > 0 } overrides ? overrides[0] as JsonObject : null, "Name");

    private static string? Text(JsonObject? from, string field) => from?[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
