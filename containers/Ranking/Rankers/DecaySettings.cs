namespace Recommender.Ranking.Rankers;

/// <summary>
/// Settings of <see cref="DecayedFrequencyRanker"/>. The defaults are what Hu et al. (SIGIR 2020) give for Instacart.
/// </summary>
internal sealed record DecaySettings
{
    /// <summary>m: into how many groups a history is cut, at least 1. Default 3.</summary>
    public int Groups { get; init; } = 3;

    /// <summary>r_b: weight of a basket relative to the next newer one, in (0, 1]. Default 0.9.</summary>
    public double BasketDecay { get; init; } = 0.9;

    /// <summary>r_g: weight of a group relative to the next newer one, in (0, 1]. Default 0.7.</summary>
    public double GroupDecay { get; init; } = 0.7;

    /// <summary>Checks all settings.</summary>
    /// <exception cref="ArgumentException">Names every fault.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Groups < 1)
        {
            faults.Add($"{nameof(Groups)} is {Groups}; it must be at least 1.");
        }

        AddRateFault(faults, nameof(BasketDecay), BasketDecay);
        AddRateFault(faults, nameof(GroupDecay), GroupDecay);
        if (faults.Count > 0)
        {
            throw new ArgumentException("Decay settings: " + string.Join(" ", faults));
        }
    }

    private static void AddRateFault(List<string> faults, string name, double rate)
    {
        if (!(rate > 0 && rate <= 1))
        {
            faults.Add(FormattableString.Invariant($"{name} is {rate}; it must be above 0 and at most 1."));
        }
    }
}
