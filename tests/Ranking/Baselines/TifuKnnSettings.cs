using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Tests.Baselines;

/// <summary>Settings of <see cref="TifuKnnRanker"/>.</summary>
/// <param name="Decay">m, r_b and r_g.</param>
/// <param name="Neighbours">k: how many neighbours; all users where there are fewer.</param>
/// <param name="Alpha">How much of the score is the user's own, 0 to 1.</param>
internal sealed record TifuKnnSettings(DecaySettings Decay, int Neighbours, double Alpha)
{
    /// <summary>As the paper and Li et al. ("A Next Basket Recommendation Reality Check", TOIS 2023) give them for Instacart.</summary>
    public static TifuKnnSettings Instacart { get; } = new(new DecaySettings { Groups = 3, BasketDecay = 0.9, GroupDecay = 0.7 }, 900, 0.9);

    /// <summary>As they give them for Ta-Feng.</summary>
    public static TifuKnnSettings Tafeng { get; } = new(new DecaySettings { Groups = 7, BasketDecay = 0.9, GroupDecay = 0.7 }, 300, 0.7);
}
