using System.Text.Json.Nodes;
using Amazon.StepFunctions.Model;

namespace Recommender.Pipeline.Cloud.Executions;

/// <summary>Makes of an execution's events what became of its jobs. Events are of branches that run at once: each names the one before it.</summary>
/// <param name="isJob">Whether a state is a job.</param>
internal sealed class ExecutionSteps(Func<string, bool> isJob)
{
    /// <summary>By event, the label of the job that it is about; null for none.</summary>
    private readonly Dictionary<long, string?> _labels = [];
    private readonly Dictionary<string, ExecutionStep> _steps = [];
    private readonly List<string> _order = [];

    /// <summary>The jobs, in the order they first started.</summary>
    public IReadOnlyList<ExecutionStep> All => _order.ConvertAll(label => _steps[label]);

    /// <summary>Takes the next event.</summary>
    public void Apply(HistoryEvent happened)
    {
        var id = happened.Id ?? 0;
        var time = new DateTimeOffset((happened.Timestamp ?? DateTime.UnixEpoch).ToUniversalTime());
        if (happened.StateEnteredEventDetails is { } entered)
        {
            _labels[id] = isJob(entered.Name) ? Enter(entered, time) : null;
            return;
        }

        // A map and its iterations have no state of their own to go by; their states are entered anew.
        var label = _labels[id] = happened.StateExitedEventDetails is null ? _labels.GetValueOrDefault(happened.PreviousEventId ?? 0) : null;
        if (label is not null)
        {
            _steps[label] = Next(_steps[label], happened, time);
        }
    }

    /// <summary>Marks what still runs as stopped, once the execution has ended.</summary>
    public void End(DateTimeOffset time)
    {
        foreach (var label in _order.Where(label => _steps[label].State is ExecutionStepState.Starting or ExecutionStepState.Running))
        {
            _steps[label] = _steps[label] with { State = ExecutionStepState.Stopped, EndedAt = time };
        }
    }

    private string Enter(StateEnteredEventDetails entered, DateTimeOffset time)
    {
        var input = TaskText.Parse(entered.Input);
        var label = input?["shard"] is JsonValue shard ? $"{entered.Name} {shard}" : entered.Name;
        if (!_steps.TryGetValue(label, out var before))
        {
            _order.Add(label);
        }

        _steps[label] = new ExecutionStep(label, (before?.Attempt ?? 0) + 1, time);
        return label;
    }

    private static ExecutionStep Next(ExecutionStep step, HistoryEvent happened, DateTimeOffset time)
    {
        if (happened.TaskScheduledEventDetails is not null)
        {
            // Anew, where Step Functions tries a call of ECS again.
            return new ExecutionStep(step.Label, step.Attempt, step.StartedAt);
        }

        if (happened.TaskSubmittedEventDetails is { } submitted)
        {
            return step with { State = ExecutionStepState.Running, Task = TaskText.Taken(step.Label, submitted.Output) ?? step.Task };
        }

        if (happened.TaskSucceededEventDetails is { } succeeded)
        {
            return step with { State = ExecutionStepState.Done, EndedAt = time, Task = step.Task ?? TaskText.Of(step.Label, TaskText.Parse(succeeded.Output)) };
        }

        if (happened.TaskFailedEventDetails is { } failed)
        {
            var (cause, exit) = TaskText.Failure(failed.Cause, step.Task?.Container);
            return Failed(step, time, failed.Error, cause) with { ExitCode = exit, Task = step.Task ?? TaskText.Of(step.Label, TaskText.Parse(failed.Cause)) };
        }

        return happened switch
        {
            { TaskTimedOutEventDetails: { } late } => Failed(step, time, late.Error ?? "States.Timeout", late.Cause ?? "it took longer than a task may"),
            { TaskSubmitFailedEventDetails: { } refused } => Failed(step, time, refused.Error, refused.Cause),
            { TaskStartFailedEventDetails: { } refused } => Failed(step, time, refused.Error, refused.Cause),
            _ => step,
        };
    }

    private static ExecutionStep Failed(ExecutionStep step, DateTimeOffset time, string? error, string? cause) =>
        step with { State = ExecutionStepState.Failed, EndedAt = time, Cause = string.IsNullOrWhiteSpace(cause) ? error ?? "" : cause };
}
