using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>How often other users buy the product together with what the user bought last.</summary>
internal sealed class SimilarityFeatures(SimilarityScores scores) : FeatureGroup
{
    /// <summary>The features.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        new("similar_to_last", "Co-purchase similarity to the products of the last basket, summed"),
        new("similar_to_recent", "Co-purchase similarity to the products of the last five baskets, summed, each basket counting 0.8 of the next newer one"),
        new("similar_to_recent_best", "The greatest of the similarities that similar_to_recent sums"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureColumn> Columns => All;

    /// <inheritdoc/>
    public override void Fill(int item, int slot, Span<float> values)
    {
        ref readonly var entry = ref scores[item];
        (values[0], values[1], values[2]) = (entry.Last, entry.Recent, entry.Best);
    }
}
