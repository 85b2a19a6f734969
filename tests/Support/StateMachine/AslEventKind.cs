namespace Recommender.Tests.StateMachine;

/// <summary>What can happen in an execution.</summary>
public enum AslEventKind
{
    /// <summary>A state began.</summary>
    Entered,

    /// <summary>A state ended as it should.</summary>
    Left,

    /// <summary>A state reported an error.</summary>
    Failed,

    /// <summary>The state is tried again after some seconds.</summary>
    Retried,

    /// <summary>The error was caught.</summary>
    Caught,

    /// <summary>A task's service is called.</summary>
    TaskScheduled,

    /// <summary>The service gave a result.</summary>
    TaskSucceeded,

    /// <summary>The service gave an error.</summary>
    TaskFailed,

    /// <summary>The service took too long.</summary>
    TaskTimedOut,
}
