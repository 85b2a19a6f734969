using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Steps;

/// <summary>The rankers the product uses: the seam where a learnt ranker takes the first one's place.</summary>
internal static class RankerFactory
{
    private static readonly DecaySettings Decay = new();

    /// <summary>The settings that lists follow from besides the history, for fingerprints.</summary>
    public static string Settings => Decay.ToString();

    /// <summary>
    /// The ranker whose lists are published: the user's own history first, then what is popular in the user's departments,
    /// then, for small departments and unknown users, what is popular with all.
    /// </summary>
    public static IRanker Published(ShopHistory shop)
    {
        var popular = new FilledRanker(new SegmentPopularityRanker(shop.Histories, shop.Departments), new GlobalTopRanker(shop.Histories));
        return new FilledRanker(new DecayedFrequencyRanker(shop.Histories, Decay), popular, "decayed_frequency_filled");
    }

    /// <summary>The published ranker and what it is measured against.</summary>
    public static IReadOnlyList<IRanker> Evaluated(ShopHistory shop)
    {
        var globalTop = new GlobalTopRanker(shop.Histories);
        var personalTop = new PersonalTopRanker(shop.Histories);
        return
        [
            globalTop,
            new SegmentPopularityRanker(shop.Histories, shop.Departments),
            personalTop,
            new FilledRanker(personalTop, globalTop, "personal_top_filled"),
            new DecayedFrequencyRanker(shop.Histories, Decay),
            Published(shop),
        ];
    }
}
