using Recommender.Ranking.Neighbours;

namespace Recommender.Ranking.Features;

/// <summary>How much <see cref="ShopKnowledge"/> gathers.</summary>
internal sealed record KnowledgeSettings
{
    /// <summary>About how many users co-purchases are counted over, at least 1. Default 40,000.</summary>
    public int PoolUsers { get; init; } = 40_000;

    /// <summary>Similar products kept per product, at least 1. Default 40.</summary>
    public int SimilarPerItem { get; init; } = 40;

    /// <summary>Products bought after it kept per product; 0 for none, and no feature of them. Default 0: they helped where most of a basket is new, and did not on 600 users who buy the same again.</summary>
    public int SequelsPerItem { get; init; }

    /// <summary>Baskets that two products must share to be similar, or to follow each other, at least 1. Default 2.</summary>
    public int SimilarSupport { get; init; } = 2;

    /// <summary>Baskets at which a score of two products is halved for want of support, at least 0. Default 5.</summary>
    public double SimilarShrinkage { get; init; } = 5;

    /// <summary>Who is alike, and who speaks for whom.</summary>
    public NeighbourSettings Neighbours { get; init; } = new();

    /// <summary>Says what is wrong with the settings.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (name, value) in new[] { (nameof(PoolUsers), PoolUsers), (nameof(SimilarPerItem), SimilarPerItem), (nameof(SimilarSupport), SimilarSupport) })
        {
            if (value < 1)
            {
                yield return $"Knowledge.{name} is {value}; it must be at least 1.";
            }
        }

        if (SequelsPerItem < 0)
        {
            yield return $"Knowledge.{nameof(SequelsPerItem)} is {SequelsPerItem}; it must be at least 0.";
        }

        if (!(SimilarShrinkage >= 0 && double.IsFinite(SimilarShrinkage)))
        {
            yield return FormattableString.Invariant($"Knowledge.{nameof(SimilarShrinkage)} is {SimilarShrinkage}; it must be a number from 0.");
        }
    }
}
