using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Json;
using Recommender.Tests.StateMachine;

namespace Recommender.AwsEmulator.StepFunctions;

/// <summary>The events of an execution as Step Functions tells of them. Safe for concurrent use.</summary>
/// <param name="definition">The machine, which knows the kinds of its states.</param>
/// <param name="region">The region that tasks are said to be in.</param>
/// <param name="clock">The clock of its times.</param>
internal sealed class ExecutionHistory(AslDefinition definition, string region, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly List<JsonObject> _events = [];

    // The event that led here: each branch of the machine has its own, which goes along with its awaits.
    private readonly AsyncLocal<long> _previous = new();

    /// <summary>All events, in order.</summary>
    public IReadOnlyList<JsonObject> Events
    {
        get
        {
            lock (_lock)
            {
                return [.. _events.Select(happened => happened.DeepClone().AsObject())];
            }
        }
    }

    /// <summary>Adds an event.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="member">The member that holds its details; null for none.</param>
    /// <param name="details">Its details.</param>
    public void Add(string type, string? member = null, JsonObject? details = null)
    {
        lock (_lock)
        {
            var happened = new JsonObject
            {
                ["timestamp"] = JsonMoment.Seconds(clock.GetUtcNow()),
                ["type"] = type,
                ["id"] = _events.Count + 1,
                ["previousEventId"] = _previous.Value,
            };
            if (member is not null)
            {
                happened[member] = details;
            }

            _events.Add(happened);
            _previous.Value = _events.Count;
        }
    }

    /// <summary>Adds what happened in the interpreter.</summary>
    public void Add(AslEvent happened)
    {
        switch (happened.Kind)
        {
            case AslEventKind.Entered:
                Add($"{Type(happened)}StateEntered", "stateEnteredEventDetails", new() { ["name"] = happened.State, ["input"] = Text(happened.Data), ["inputDetails"] = Whole() });
                break;
            case AslEventKind.Left:
                Add($"{Type(happened)}StateExited", "stateExitedEventDetails", new() { ["name"] = happened.State, ["output"] = Text(happened.Data), ["outputDetails"] = Whole() });
                break;
            case AslEventKind.TaskScheduled:
                var scheduled = Resource(happened.Detail);
                (scheduled["region"], scheduled["parameters"]) = (region, Text(happened.Data));
                Add("TaskScheduled", "taskScheduledEventDetails", scheduled);
                Add("TaskStarted", "taskStartedEventDetails", Resource(happened.Detail));
                break;
            case AslEventKind.TaskSucceeded:
                var succeeded = Resource(happened.Detail);
                (succeeded["output"], succeeded["outputDetails"]) = (Text(happened.Data), Whole());
                Add("TaskSucceeded", "taskSucceededEventDetails", succeeded);
                break;
            case AslEventKind.TaskFailed or AslEventKind.TaskTimedOut:
                var failed = Resource(happened.Detail);
                (failed["error"], failed["cause"]) = (happened.Data!["error"]!.DeepClone(), happened.Data["cause"]!.DeepClone());
                var isLate = happened.Kind == AslEventKind.TaskTimedOut;
                Add(isLate ? "TaskTimedOut" : "TaskFailed", isLate ? "taskTimedOutEventDetails" : "taskFailedEventDetails", failed);
                break;
            case AslEventKind.Failed when Type(happened) is "Parallel" or "Map":
                Add($"{Type(happened)}StateFailed");
                break;
        }
    }

    /// <summary>Adds what a service answered at once to a task whose end is waited for.</summary>
    public void Submitted(string resource, JsonNode answer)
    {
        var submitted = Resource(resource);
        (submitted["output"], submitted["outputDetails"]) = (Text(answer), Whole());
        Add("TaskSubmitted", "taskSubmittedEventDetails", submitted);
    }

    private string Type(AslEvent happened) => definition.States[happened.State]["Type"]!.GetValue<string>();

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";

    private static JsonObject Whole() => new() { ["truncated"] = false };

    // arn:aws:states:::ecs:runTask.sync is resource runTask.sync of type ecs.
    private static JsonObject Resource(string arn)
    {
        var parts = arn.Split(':');
        return new() { ["resourceType"] = string.Join(':', parts[5..^1]), ["resource"] = parts[^1] };
    }
}
