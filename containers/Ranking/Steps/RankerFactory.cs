using Recommender.Ranking.Rankers;
using Recommender.Ranking.Registry;

namespace Recommender.Ranking.Steps;

/// <summary>The rankers the product uses: a learnt one where a model is champion, and the first one else.</summary>
internal static class RankerFactory
{
    private static readonly DecaySettings Decay = new();

    /// <summary>The way models are learnt.</summary>
    public static IModelLearner Learner { get; } = new TreeLearner();

    /// <summary>The settings that lists follow from besides the history and the model, for fingerprints.</summary>
    public static string Settings => Decay.ToString();

    /// <summary>The ranker whose lists are published: the champion's, or, where no model is champion, <see cref="Fallback"/>'s.</summary>
    public static IRanker Published(ShopHistory shop) => shop.Champion is { } champion ? Filled(shop, champion.Scorer.Ranker) : Fallback(shop);

    /// <summary>
    /// The ranker of shops without a model: the user's own history first, then what is popular in the user's departments,
    /// then, for small departments and unknown users, what is popular with all.
    /// </summary>
    public static IRanker Fallback(ShopHistory shop) =>
        new FilledRanker(new DecayedFrequencyRanker(shop.Histories, Decay), Popular(shop), "decayed_frequency_filled");

    /// <summary>A learnt ranker's list, filled as the first one's is.</summary>
    public static IRanker Filled(ShopHistory shop, IRanker learnt) => new FilledRanker(learnt, Popular(shop), $"{learnt.Name}_filled");

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
            .. shop.Champion is null ? Array.Empty<IRanker>() : [Fallback(shop)],
            Published(shop),
        ];
    }

    private static FilledRanker Popular(ShopHistory shop) => new(new SegmentPopularityRanker(shop.Histories, shop.Departments), new GlobalTopRanker(shop.Histories));
}
