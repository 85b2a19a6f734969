using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Steps;

/// <summary>The rankers the product uses: the seam where a learnt ranker takes the first one's place.</summary>
public static class RankerFactory
{
    /// <summary>The ranker whose lists are published.</summary>
    public static IRanker Published(ShopHistory shop) =>
        new FilledRanker(new DecayedFrequencyRanker(shop.Histories, new DecaySettings()), SegmentPopularity(shop));

    /// <summary>The published ranker and what it is measured against.</summary>
    public static IReadOnlyList<IRanker> Evaluated(ShopHistory shop)
    {
        var globalTop = new GlobalTopRanker(shop.Histories);
        var personalTop = new PersonalTopRanker(shop.Histories);
        return
        [
            globalTop,
            SegmentPopularity(shop),
            personalTop,
            new FilledRanker(personalTop, globalTop),
            new DecayedFrequencyRanker(shop.Histories, new DecaySettings()),
            Published(shop),
        ];
    }

    private static SegmentPopularityRanker SegmentPopularity(ShopHistory shop) => new(shop.Histories, shop.Departments);
}
