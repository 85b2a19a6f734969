using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>How much users like this one buy the product.</summary>
internal sealed class NeighbourFeatures(UserView view, NeighbourScores scores) : FeatureGroup
{
    /// <summary>The features.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        new("neighbour_score", "Decayed share of the baskets of users like this one that have the product"),
        new("neighbour_of_best", "neighbour_score as a share of the best one that any product has with this user"),
        new("neighbour_lift", "neighbour_score as a multiple of the share of the user's own orders that have the product"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureColumn> Columns => All;

    /// <inheritdoc/>
    public override void Fill(int item, int slot, Span<float> values)
    {
        var score = scores.Of(item);
        values[0] = score;
        values[1] = Ratio(score, scores.Best);
        values[2] = slot < 0 ? float.NaN : score * view.Known / view.BasketsWith(slot).Length;
    }
}
