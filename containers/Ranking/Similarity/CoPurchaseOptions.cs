namespace Recommender.Ranking.Similarity;

/// <summary>Options of <see cref="CoPurchase"/>.</summary>
internal sealed record CoPurchaseOptions
{
    /// <summary>Similar products per product, at least 1. Default 20.</summary>
    public int Top { get; init; } = 20;

    /// <summary>Pairs in fewer baskets than this are left out; at least 1. Default 3.</summary>
    public int MinimumSupport { get; init; } = 3;

    /// <summary>λ: a pair in λ baskets has half of its cosine; at least 0. Default 10.</summary>
    public double Shrinkage { get; init; } = 10;

    /// <summary>Threads to use, at least 1; the result does not depend on it. Default: one per processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Checks all options.</summary>
    /// <exception cref="ArgumentException">Names every fault.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        void AtLeastOne(string name, int value)
        {
            if (value < 1)
            {
                faults.Add($"{name} is {value}; it must be at least 1.");
            }
        }

        AtLeastOne(nameof(Top), Top);
        AtLeastOne(nameof(MinimumSupport), MinimumSupport);
        if (!(Shrinkage >= 0 && double.IsFinite(Shrinkage)))
        {
            faults.Add(FormattableString.Invariant($"{nameof(Shrinkage)} is {Shrinkage}; it must be a number from 0."));
        }

        AtLeastOne(nameof(Threads), Threads);
        if (faults.Count > 0)
        {
            throw new ArgumentException("Co-purchase options: " + string.Join(" ", faults));
        }
    }
}
