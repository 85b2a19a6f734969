namespace Recommender.Tests.StateMachine;

/// <summary>What becomes of one call of RunTask, as a test scripts it.</summary>
public abstract record EcsOutcome
{
    /// <summary>A task that ends well after ten minutes.</summary>
    public static EcsOutcome Fine { get; } = new Ends(0, TimeSpan.FromMinutes(10));

    /// <summary>The job's container ends.</summary>
    /// <param name="ExitCode">Its exit code; null where it was killed without one.</param>
    /// <param name="After">How long the task runs.</param>
    /// <param name="Reason">Why the task stopped.</param>
    public sealed record Ends(int? ExitCode, TimeSpan After, string Reason = "Essential container in task exited") : EcsOutcome;

    /// <summary>The task is taken, but never starts.</summary>
    /// <param name="Reason">Why the task stopped.</param>
    public sealed record NeverStarts(string Reason) : EcsOutcome;

    /// <summary>The call fails, and there is no task.</summary>
    /// <param name="Error">The error's name, such as <c>ECS.ThrottlingException</c>.</param>
    public sealed record Refused(string Error) : EcsOutcome;

    /// <summary>The task starts, but the answer is lost on the way; the task then does what another outcome says.</summary>
    /// <param name="Error">The error's name.</param>
    /// <param name="Task">What becomes of the task.</param>
    public sealed record AnswerLost(string Error, Ends Task) : EcsOutcome;

    /// <summary>The task runs until it is stopped.</summary>
    public sealed record Hangs : EcsOutcome;
}
