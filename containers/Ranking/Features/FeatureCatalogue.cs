using Recommender.Ranking.Rankers;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>All features that a model may learn from, in the order of a row.</summary>
internal static class FeatureCatalogue
{
    /// <summary>Names and a sentence each.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        .. PairCounts.All, .. PairRhythm.All, .. PairStreaks.All, .. PairClock.All, .. RebuyFeatures.All, .. UserRanks.All,
        .. SegmentFeatures.For("aisle"), .. SegmentFeatures.For("department"), .. ItemFeatures.All, .. SimilarityFeatures.All, .. SequelFeatures.All,
        .. NeighbourFeatures.All, .. UserFeatures.All,
    ];

    /// <summary>
    /// For each feature, what kind of reason it is part of where it moves a score; null for those that are the same for all of a
    /// user's candidates.
    /// </summary>
    public static IReadOnlyList<ReasonKind?> Reasons { get; } =
    [
        .. Kinds(PairCounts.All, ReasonKind.Bought), .. Kinds(PairRhythm.All, ReasonKind.Due), .. Kinds(PairStreaks.All, ReasonKind.Bought),
        .. Kinds(PairClock.All, ReasonKind.Due), .. Kinds(RebuyFeatures.All, ReasonKind.Due), .. Kinds(UserRanks.All, ReasonKind.Bought),
        .. Kinds(SegmentFeatures.For("aisle"), ReasonKind.PopularInSegment), .. Kinds(SegmentFeatures.For("department"), ReasonKind.PopularInSegment),
        .. ItemFeatures.All.Select(feature => (ReasonKind?)(feature.Name.StartsWith("item_next", StringComparison.Ordinal) ? ReasonKind.Trending : ReasonKind.Popular)),
        .. Kinds(SimilarityFeatures.All, ReasonKind.Similar), .. SequelFeatures.All.Select(feature => (ReasonKind?)(feature.Name.StartsWith("next_", StringComparison.Ordinal) ? ReasonKind.Trending : ReasonKind.Similar)), .. Kinds(NeighbourFeatures.All, ReasonKind.Neighbours), .. Kinds(UserFeatures.All, null),
    ];

    /// <summary>One thread's groups of features, whose columns make up <see cref="All"/>.</summary>
    public static FeatureGroup[] Groups(ShopKnowledge shop, UserView view, SimilarityScores similarity, SequelFeatures sequels, NeighbourScores neighbours)
    {
        var mostBaskets = shop.Shop.Histories.MostBaskets;
        return
        [
            new PairCounts(view, mostBaskets), new PairRhythm(view, shop.Rates), new PairStreaks(view), new PairClock(view),
            new RebuyFeatures(view, shop.Rebuys), new UserRanks(view, mostBaskets),
            new SegmentFeatures(view, shop.Rates, view.Aisles, shop.Rates.Aisles, "aisle"),
            new SegmentFeatures(view, shop.Rates, view.Departments, shop.Rates.Departments, "department"),
            new ItemFeatures(view, shop.Rates), new SimilarityFeatures(similarity), sequels, new NeighbourFeatures(view, neighbours), new UserFeatures(view),
        ];
    }

    private static IEnumerable<ReasonKind?> Kinds(IReadOnlyList<FeatureColumn> features, ReasonKind? kind) => features.Select(_ => kind);
}
