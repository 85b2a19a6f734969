using Recommender.Ranking.Statistics;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>How often other users buy the product in the order after what the user bought last.</summary>
/// <param name="view">The user.</param>
/// <param name="rates">Rates of the shop.</param>
/// <param name="scores">What follows the user's last baskets; null where this is not to be used.</param>
/// <param name="next">What of the other users' known next baskets follows such baskets; null where these, or scores, are not to be used.</param>
internal sealed class SequelFeatures(UserView view, ItemRates rates, SimilarityScores? scores, SimilarityScores? next) : FeatureGroup
{
    /// <summary>The features.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        new("follows_last", "Shares of other users' orders with a product of the last basket that were followed by one with the product, summed"),
        new("follows_recent", "As follows_last over the last five baskets, each basket counting 0.8 of the next newer one"),
        new("follows_recent_best", "The greatest of the shares that follows_recent sums"),
        new("follows_lift", "follows_recent as a multiple of the product's share of the purchases in users' last orders, in thousands"),
        new("next_follows", "As follows_recent, of the other users' known next baskets alone: what is trending among those who buy alike"),
        new("next_follows_best", "The greatest of the shares that next_follows sums"),
        new("next_follows_lift", "next_follows as a multiple of the product's share of the purchases in users' last orders, in thousands"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureColumn> Columns => All;

    /// <inheritdoc/>
    public override void Fill(int item, int slot, Span<float> values)
    {
        values.Fill(float.NaN);
        if (scores is null)
        {
            return;
        }

        // One purchase more, so that there is a share of products that are in no last order.
        var share = (1 + rates.Row(view.Fold, item)[(int)ItemStatistic.LastOrders]) / (1 + rates.Total(view.Fold, ItemStatistic.LastOrders)) * 1000;
        ref readonly var entry = ref scores[item];
        (values[0], values[1], values[2], values[3]) = (entry.Last, entry.Recent, entry.Best, entry.Recent / share);
        if (next is not null && view.IsLatest)
        {
            ref readonly var trend = ref next[item];
            (values[4], values[5], values[6]) = (trend.Recent, trend.Best, trend.Recent / share);
        }
    }
}
