namespace Recommender.Pipeline.Tests.Campaigns;

/// <summary>Kills runs at moments drawn from the time that a whole one takes.</summary>
/// <param name="duration">What a whole run took.</param>
/// <param name="seed">Of the moments.</param>
/// <param name="from">The share of that time before which none is killed.</param>
internal sealed class KillMoments(TimeSpan duration, int seed, double from = 0)
{
    private readonly Random _random = new(seed);
    private TimeSpan _duration = duration;

    /// <summary>How many runs were still running when they were to be killed.</summary>
    public int Killed { get; private set; }

    /// <summary>Kills a run, unless it ends first.</summary>
    public void Kill(ProductProcess run)
    {
        if (run.KillAfter(_duration * (from + ((1 - from) * _random.NextDouble()))))
        {
            Killed++;
        }
        else
        {
            // The machine was busier when the whole run was timed.
            _duration /= 2;
        }
    }
}
