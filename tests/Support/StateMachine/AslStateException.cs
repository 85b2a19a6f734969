namespace Recommender.Tests.StateMachine;

/// <summary>An error that a state reports while it runs, which Retry and Catch may match.</summary>
/// <param name="error">Its name, such as <c>States.TaskFailed</c>.</param>
/// <param name="cause">Why, for people.</param>
public sealed class AslStateException(string error, string cause) : Exception($"{error}: {cause}")
{
    /// <summary>The error's name.</summary>
    public string Error { get; } = error;

    /// <summary>Why.</summary>
    public string Cause { get; } = cause;

    /// <summary>Whether a name in ErrorEquals matches this error: its own, or one of the two that stand for many.</summary>
    public bool Matches(string name) => name switch
    {
        "States.ALL" => Error is not ("States.Runtime" or "States.DataLimitExceeded"),
        "States.TaskFailed" => Error is not ("States.Timeout" or "States.Runtime" or "States.DataLimitExceeded"),
        _ => name == Error,
    };
}
