namespace Recommender.Pipeline.Tests.Cloud.Fakes;

/// <summary>What becomes of a task.</summary>
/// <param name="ExitCode">The program's exit code; null for a task whose container never starts.</param>
/// <param name="Reason">Why the task stopped.</param>
/// <param name="Lines">What its program writes: the first line while it runs, the rest when it has ended.</param>
internal sealed record FakeOutcome(int? ExitCode = 0, string Reason = "Essential container in task exited", params string[] Lines)
{
    /// <summary>A task that goes on until it is stopped.</summary>
    public bool Hangs { get; init; }
}
