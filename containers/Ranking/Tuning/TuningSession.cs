namespace Recommender.Ranking.Tuning;

/// <summary>What one <c>recommender tune</c> is to do, and how far it is. The step is built again and again until it has <see cref="Finished"/>, so that trials are published as they end.</summary>
/// <param name="trials">How many different settings the study tries, at least 1.</param>
/// <param name="budget">No trial begins after this time; null for no bound.</param>
/// <param name="seed">The seed of the settings that are tried and of the trainings.</param>
public sealed class TuningSession(int trials, TimeSpan? budget, long seed)
{
    /// <summary>A build ends, and its trials are published, once it has lasted this long: a minute.</summary>
    public static readonly TimeSpan PublishEvery = TimeSpan.FromMinutes(1);

    /// <summary>How many different settings the study tries.</summary>
    public int Trials => trials;

    /// <summary>No trial begins after this time.</summary>
    public TimeSpan? Budget => budget;

    /// <summary>The seed.</summary>
    public long Seed => seed;

    /// <summary>The study that this goes on with; "" before it has begun.</summary>
    public string Study { get; internal set; } = "";

    /// <summary>Why nothing can be tried, in a sentence; null where something can.</summary>
    public string? Refusal { get; internal set; }

    /// <summary>Whether there is nothing more to do: all was tried, or the time is over.</summary>
    public bool Finished { get; internal set; }

    /// <summary>Trials that were done now, not by an earlier session.</summary>
    public int Done { get; internal set; }

    /// <summary>When the first trial began, a timestamp of the clock.</summary>
    internal long? Began { get; set; }
}
