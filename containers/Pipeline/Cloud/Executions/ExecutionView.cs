using Amazon.StepFunctions;

namespace Recommender.Pipeline.Cloud.Executions;

/// <summary>An execution of the pipeline as it was last seen.</summary>
/// <param name="Run">Its name, which is the run's id.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Status">What Step Functions calls its state, such as <c>RUNNING</c>.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="EndedAt">When it ended; null while it goes on.</param>
/// <param name="Error">The error's name, where it failed.</param>
/// <param name="Cause">Why it failed.</param>
/// <param name="Steps">Its jobs, in the order they started; empty where they were not asked for.</param>
internal sealed record ExecutionView(
    string Run, string Arn, string Status, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Error, string Cause, IReadOnlyList<ExecutionStep> Steps)
{
    /// <summary>Whether it still goes on.</summary>
    public bool IsRunning => Status == ExecutionStatus.RUNNING.Value;

    /// <summary>Whether it ended well.</summary>
    public bool IsDone => Status == ExecutionStatus.SUCCEEDED.Value;

    /// <summary>The job that failed first, or that runs; null where there is none.</summary>
    public ExecutionStep? Telling => Steps.Where(step => step.State == ExecutionStepState.Failed).MinBy(step => step.EndedAt)
        ?? (IsRunning ? Steps.LastOrDefault(step => step.State is ExecutionStepState.Starting or ExecutionStepState.Running) : null);

    /// <summary>Why it failed: in the words of the job that did, else in the execution's own.</summary>
    public string Why => Telling is { State: ExecutionStepState.Failed, Cause.Length: > 0 } failed ? failed.Cause : string.Join(": ", new[] { Error, Cause }.Where(part => part.Length > 0));

    /// <summary>How long it took or has taken.</summary>
    public TimeSpan Duration(DateTimeOffset now) => (EndedAt ?? now) - StartedAt;
}
