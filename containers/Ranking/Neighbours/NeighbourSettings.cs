namespace Recommender.Ranking.Neighbours;

/// <summary>Settings of <see cref="NeighbourItems"/>. The defaults recalled most of what users had never bought before on truncated histories.</summary>
internal sealed record NeighbourSettings
{
    /// <summary>k: how many similar users speak for a user, at least 1. Default 300.</summary>
    public int Neighbours { get; init; } = 300;

    /// <summary>Weight, in what a neighbour says, of a basket relative to the next newer one, in (0, 1]. Default 0.7.</summary>
    public double ProfileDecay { get; init; } = 0.7;

    /// <summary>A neighbour says nothing of products with less than this decayed share of its baskets; 0 to 1. Default 0.03.</summary>
    public double MinimumShare { get; init; } = 0.03;

    /// <summary>Weight, in comparing two users, of a basket relative to the next newer one, in (0, 1]. Default 0.9.</summary>
    public double MatchDecay { get; init; } = 0.9;

    /// <summary>γ: the power of a product's share of a user's baskets in comparing users; 0 asks only whether it was bought. At least 0. Default 0.5.</summary>
    public double MatchPower { get; init; } = 0.5;

    /// <summary>β: the power of a product's rarity, ln(1 + users / (1 + those who bought it)), in comparing users. At least 0. Default 1.</summary>
    public double RarityPower { get; init; } = 1;

    /// <summary>α of the asymmetric cosine, 0 to 1: at 0.5 the plain cosine, above it neighbours who buy much count for more. Default 0.5.</summary>
    public double Alpha { get; init; } = 0.5;

    /// <summary>q: the power of a neighbour's similarity in what it says, at least 0. Default 1.</summary>
    public double Locality { get; init; } = 1;

    /// <summary>Users among whom neighbours are looked for; a larger shop's are sampled. At least 1. Default 15,000.</summary>
    public int PoolLimit { get; init; } = 15_000;

    /// <summary>Seed of the sample. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks all settings.</summary>
    /// <exception cref="ArgumentException">Names every fault.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        void Require(bool right, string name, IFormattable value, string range)
        {
            if (!right)
            {
                faults.Add($"{name} is {value.ToString(null, System.Globalization.CultureInfo.InvariantCulture)}; it must be {range}.");
            }
        }

        Require(Neighbours >= 1, nameof(Neighbours), Neighbours, "at least 1");
        Require(ProfileDecay is > 0 and <= 1, nameof(ProfileDecay), ProfileDecay, "above 0 and at most 1");
        Require(MinimumShare is >= 0 and <= 1, nameof(MinimumShare), MinimumShare, "between 0 and 1");
        Require(MatchDecay is > 0 and <= 1, nameof(MatchDecay), MatchDecay, "above 0 and at most 1");
        Require(MatchPower >= 0 && double.IsFinite(MatchPower), nameof(MatchPower), MatchPower, "a number from 0");
        Require(RarityPower >= 0 && double.IsFinite(RarityPower), nameof(RarityPower), RarityPower, "a number from 0");
        Require(Alpha is >= 0 and <= 1, nameof(Alpha), Alpha, "between 0 and 1");
        Require(Locality >= 0 && double.IsFinite(Locality), nameof(Locality), Locality, "a number from 0");
        Require(PoolLimit >= 1, nameof(PoolLimit), PoolLimit, "at least 1");
        if (faults.Count > 0)
        {
            throw new ArgumentException("Neighbour settings: " + string.Join(" ", faults));
        }
    }
}
