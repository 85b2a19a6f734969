namespace Recommender.Lake.Aws;

/// <summary>Growing waits between attempts: each about twice the one before, with a random share taken off so that many do not come back at once.</summary>
/// <param name="first">The first wait, before the random share.</param>
/// <param name="longest">No wait is longer.</param>
/// <param name="clock">Its timers wait.</param>
/// <param name="random">Gives the random share; used under a lock.</param>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, TimeProvider clock, Random random)
{
    /// <summary>The most that is taken off a wait: a half.</summary>
    private const double Jitter = 0.5;

    /// <summary>How long to wait before an attempt.</summary>
    /// <param name="attempt">How many waits there have been, from 0.</param>
    public TimeSpan After(int attempt)
    {
        var whole = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 30)));
        lock (random)
        {
            return TimeSpan.FromMilliseconds(whole * (1 - Jitter * random.NextDouble()));
        }
    }

    /// <summary>Waits before an attempt.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Wait(int attempt, CancellationToken cancellationToken) => Task.Delay(After(attempt), clock, cancellationToken).GetAwaiter().GetResult();
}
