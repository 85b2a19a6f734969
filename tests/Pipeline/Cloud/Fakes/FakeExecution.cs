using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Recommender.Pipeline.Tests.Cloud.Fakes;

/// <summary>An execution with the events that it will have; each look shows some more of them.</summary>
/// <param name="name">Its name.</param>
/// <param name="input">Its input.</param>
internal sealed class FakeExecution(string name, string input)
{
    private int _shown;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its input.</summary>
    public string Input => input;

    /// <summary>Its ARN.</summary>
    public string Arn => $"arn:aws:states:eu-west-1:111122223333:execution:recommender-test-pipeline:{name}";

    /// <summary>The events, in order.</summary>
    public IReadOnlyList<HistoryEvent> Events { get; set; } = [];

    /// <summary>How many events a look shows more; all by default.</summary>
    public int Pace { get; set; } = int.MaxValue;

    /// <summary>How it ends.</summary>
    public ExecutionStatus End { get; set; } = ExecutionStatus.SUCCEEDED;

    /// <summary>The error that it ends with.</summary>
    public string? Error { get; set; }

    /// <summary>When it started.</summary>
    public DateTime StartedAt { get; set; } = History.Start;

    /// <summary>Its state as it has been shown.</summary>
    public ExecutionStatus Status => _shown < Events.Count ? ExecutionStatus.RUNNING : End;

    /// <summary>When it ended, where it has.</summary>
    public DateTime? StoppedAt => Status == ExecutionStatus.RUNNING ? null : StartedAt.AddMinutes(30);

    /// <summary>The events shown so far.</summary>
    public IReadOnlyList<HistoryEvent> Shown => [.. Events.Take(_shown)];

    /// <summary>Goes on.</summary>
    public void Advance() => _shown = (int)Math.Min(Events.Count, (long)_shown + Pace);

    /// <summary>Ends it where it is.</summary>
    public void Stop(ExecutionStatus end) => (Events, End) = (Shown, end);
}
