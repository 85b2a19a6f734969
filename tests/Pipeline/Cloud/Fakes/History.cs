using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Recommender.Pipeline.Tests.Cloud.Fakes;

/// <summary>Writes an execution's events as Step Functions does: each names the one before it in its own branch.</summary>
internal sealed class History
{
    private readonly List<HistoryEvent> _events = [];

    /// <summary>When the first event is.</summary>
    public static DateTime Start { get; } = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>The events.</summary>
    public IReadOnlyList<HistoryEvent> Events => _events;

    /// <summary>Another state than a job is passed.</summary>
    public History Pass(string name)
    {
        Add(HistoryEventType.PassStateEntered, 0, happened => happened.StateEnteredEventDetails = new() { Name = name, Input = "{}" });
        Add(HistoryEventType.PassStateExited, _events.Count, happened => happened.StateExitedEventDetails = new() { Name = name });
        return this;
    }

    /// <summary>A job's state is entered, and its task taken.</summary>
    /// <returns>The id of the last event.</returns>
    public long Run(string job, string task, int? shard = null)
    {
        var input = shard is { } number ? new JsonObject { ["shard"] = number } : [];
        Add(HistoryEventType.TaskStateEntered, 0, happened => happened.StateEnteredEventDetails = new() { Name = job, Input = input.ToJsonString() });
        Add(HistoryEventType.TaskScheduled, _events.Count, happened => happened.TaskScheduledEventDetails = new() { Resource = "runTask.sync" });
        Add(HistoryEventType.TaskStarted, _events.Count, happened => happened.TaskStartedEventDetails = new() { Resource = "runTask.sync" });
        var answer = new JsonObject { ["Failures"] = new JsonArray(), ["Tasks"] = new JsonArray(Task(task)) };
        return Add(HistoryEventType.TaskSubmitted, _events.Count, happened => happened.TaskSubmittedEventDetails = new() { Output = answer.ToJsonString() });
    }

    /// <summary>A job that was taken ends well.</summary>
    public History Succeed(long after)
    {
        var ended = Add(HistoryEventType.TaskSucceeded, after, happened => happened.TaskSucceededEventDetails = new() { Output = "{}" });
        Add(HistoryEventType.TaskStateExited, ended, happened => happened.StateExitedEventDetails = new() { Name = "" });
        return this;
    }

    /// <summary>A job runs and ends well.</summary>
    public History Done(string job, string task, int? shard = null) => Succeed(Run(job, task, shard));

    /// <summary>A job runs, and its task fails.</summary>
    public History Fails(string job, string task, int? exitCode, string reason) => Fail(Run(job, task), task, exitCode, reason);

    /// <summary>The task of a job that was taken fails.</summary>
    public History Fail(long after, string task, int? exitCode, string reason)
    {
        var description = Task(task);
        description["StoppedReason"] = reason;
        description["Containers"] = new JsonArray(new JsonObject { ["Name"] = "aws-guardduty-agent", ["ExitCode"] = 0 }, new JsonObject { ["Name"] = "job", ["ExitCode"] = exitCode });
        var failed = Add(HistoryEventType.TaskFailed, after, happened => happened.TaskFailedEventDetails = new() { Error = "States.TaskFailed", Cause = description.ToJsonString() });
        Add(HistoryEventType.TaskStateExited, failed, happened => happened.StateExitedEventDetails = new() { Name = "" });
        return this;
    }

    /// <summary>ECS does not take a job's task at first.</summary>
    public History Refused(string job, string error)
    {
        Add(HistoryEventType.TaskStateEntered, 0, happened => happened.StateEnteredEventDetails = new() { Name = job, Input = "{}" });
        Add(HistoryEventType.TaskScheduled, _events.Count, happened => happened.TaskScheduledEventDetails = new());
        Add(HistoryEventType.TaskSubmitFailed, _events.Count, happened => happened.TaskSubmitFailedEventDetails = new() { Error = error, Cause = "try later" });
        return this;
    }

    private static JsonObject Task(string id) => new()
    {
        ["TaskArn"] = $"arn:aws:ecs:eu-west-1:111122223333:task/recommender-test/{id}",
        ["TaskDefinitionArn"] = "arn:aws:ecs:eu-west-1:111122223333:task-definition/recommender-test-transform:7",
        ["Overrides"] = new JsonObject { ["ContainerOverrides"] = new JsonArray(new JsonObject { ["Name"] = "job" }) },
    };

    private long Add(HistoryEventType type, long previous, Action<HistoryEvent> fill)
    {
        var happened = new HistoryEvent { Id = _events.Count + 1, PreviousEventId = previous, Timestamp = Start.AddMinutes(_events.Count), Type = type };
        fill(happened);
        _events.Add(happened);
        return happened.Id.Value;
    }
}
