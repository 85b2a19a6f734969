namespace Recommender.Tests.StateMachine;

/// <summary>How an execution ended.</summary>
public enum AslStatus
{
    /// <summary>It came to its end.</summary>
    Succeeded,

    /// <summary>A state failed and nothing caught it.</summary>
    Failed,

    /// <summary>It took longer than the machine allows.</summary>
    TimedOut,
}
