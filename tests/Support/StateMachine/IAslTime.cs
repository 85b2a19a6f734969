namespace Recommender.Tests.StateMachine;

/// <summary>The time that an execution goes by. Everything of one execution happens on one thread.</summary>
public interface IAslTime
{
    /// <summary>The moment.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Waits.</summary>
    /// <param name="span">How long.</param>
    /// <param name="cancellationToken">Ends the wait before that.</param>
    Task Delay(TimeSpan span, CancellationToken cancellationToken);

    /// <summary>Runs work to its end.</summary>
    T Run<T>(Func<Task<T>> work);
}
