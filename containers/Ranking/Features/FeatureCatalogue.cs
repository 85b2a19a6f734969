using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>All features that a model may learn from, in the order of a row.</summary>
internal static class FeatureCatalogue
{
    /// <summary>Names and a sentence each.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        .. PairCounts.All, .. PairRhythm.All, .. PairStreaks.All, .. PairClock.All, .. UserRanks.All,
        .. SegmentFeatures.For("aisle"), .. SegmentFeatures.For("department"), .. ItemFeatures.All, .. SimilarityFeatures.All,
        .. NeighbourFeatures.All, .. UserFeatures.All,
    ];

    /// <summary>One thread's groups of features, whose columns make up <see cref="All"/>.</summary>
    public static FeatureGroup[] Groups(ShopKnowledge shop, UserView view, SimilarityScores similarity, NeighbourScores neighbours)
    {
        var mostBaskets = shop.Shop.Histories.MostBaskets;
        return
        [
            new PairCounts(view, mostBaskets), new PairRhythm(view, shop.Rates), new PairStreaks(view), new PairClock(view), new UserRanks(view, mostBaskets),
            new SegmentFeatures(view, shop.Rates, view.Aisles, shop.Rates.Aisles, "aisle"),
            new SegmentFeatures(view, shop.Rates, view.Departments, shop.Rates.Departments, "department"),
            new ItemFeatures(view, shop.Rates), new SimilarityFeatures(similarity), new NeighbourFeatures(view, neighbours), new UserFeatures(view),
        ];
    }
}
