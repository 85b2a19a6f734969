using Recommender.Ranking.Rankers;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>What the user, and other users, buy in the product's aisle, or in its department.</summary>
/// <param name="view">The user.</param>
/// <param name="rates">Rates of the shop.</param>
/// <param name="tally">The user's purchases by segment.</param>
/// <param name="totals">Statistics per fold and segment.</param>
/// <param name="name">What the segments are: a word for names and sentences.</param>
internal sealed class SegmentFeatures(UserView view, ItemRates rates, SegmentTally tally, float[][][] totals, string name) : FeatureGroup
{
    private readonly IReadOnlyList<FeatureColumn> _columns = For(name);

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureColumn> Columns => _columns;

    /// <summary>The features of such segments.</summary>
    public static IReadOnlyList<FeatureColumn> For(string name) =>
    [
        new($"{name}_lines_share", $"Share of the user's purchases that are in the product's {name}"),
        new($"{name}_orders_share", $"Share of the user's orders that have something of the product's {name}"),
        new($"{name}_recent_orders", $"Of the user's last five orders, those with something of the product's {name}"),
        new($"{name}_orders_since", $"Orders from the last purchase in the product's {name} to the one to predict"),
        new($"{name}_due", $"Orders since the last purchase in the product's {name}, as a multiple of the mean gap"),
        new($"{name}_products", $"Different products that the user bought in the product's {name}"),
        new($"{name}_lines_per_order", $"Purchases in the product's {name} per order that has any"),
        new($"{name}_share_of_product", $"The product's share of the user's purchases in its {name}"),
        new($"{name}_bought_without", $"Orders from the last purchase of the product to the last one in its {name}: above 0 where something else took its place"),
        new($"{name}_popularity", $"Share of other users' purchases that are in the product's {name}"),
        new($"{name}_reorder_rate", $"Share of other users' purchases in the product's {name} that are reorders"),
        new($"{name}_again_rate", $"Share of other users' purchases in the product's {name} that are repeated in the very next order"),
    ];

    /// <inheritdoc/>
    public override void Fill(int item, int slot, Span<float> values)
    {
        var segment = tally.Of(item);
        if (segment == ProductSegments.None)
        {
            values.Fill(float.NaN);
            return;
        }

        FillUser(tally[segment], slot, values);
        var row = totals[view.Fold][segment];
        values[9] = Ratio(row[(int)ItemStatistic.Orders], rates.Total(view.Fold, ItemStatistic.Orders));
        values[10] = rates.Rate(view.Fold, row, ItemStatistic.Reorders, ItemStatistic.Orders);
        values[11] = rates.Rate(view.Fold, row, ItemStatistic.FollowedAgain, ItemStatistic.Followed);
    }

    private void FillUser(in SegmentTally.Entry entry, int slot, Span<float> values)
    {
        values[0] = Ratio(entry.Lines, tally.Lines);
        values[1] = Ratio(entry.Orders, view.Known);
        values[2] = entry.RecentOrders;
        values[3] = entry.Orders == 0 ? float.NaN : view.Known - entry.LastOrder;
        values[4] = entry.Orders < 2 ? float.NaN : values[3] * (entry.Orders - 1) / entry.GapOrders;
        values[5] = entry.Products;
        values[6] = Ratio(entry.Lines, entry.Orders);
        values[7] = slot < 0 ? 0 : Ratio(view.BasketsWith(slot).Length, entry.Lines);
        values[8] = slot < 0 ? float.NaN : entry.LastOrder - view.BasketsWith(slot)[^1];
    }
}
