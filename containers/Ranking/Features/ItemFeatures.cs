using Recommender.Ranking.Statistics;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>What users of other folds do with the product.</summary>
internal sealed class ItemFeatures(UserView view, ItemRates rates) : FeatureGroup
{
    /// <summary>The features.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        new("item_popularity", "The product's share of all purchases of other users, in thousandths"),
        new("item_reorder_rate", "Share of the product's purchases by users who had bought it before"),
        new("item_second_rate", "Share of the product's buyers who bought it again"),
        new("item_again_rate", "Share of the product's purchases that are repeated in the very next order"),
        new("item_orders_per_user", "Purchases of the product per buyer"),
        new("item_gap_orders", "Usual number of orders from one purchase of the product to the next"),
        new("item_cart_place", "Usual place of the product in the cart, from 1"),
        new("item_last_lift", "Share of the product's purchases that are in users' last orders, against that of all products"),
        new("item_recent_lift", "Share of the product's purchases that are in users' last five orders, against that of all products"),
        new("item_last_popularity", "The product's share of the purchases in users' last orders, in thousandths"),
        new("item_next_popularity", "The product's share of other users' known next baskets, in thousandths: what is trending"),
        new("item_next_lift", "The product's share of other users' known next baskets, against its share of their last orders"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureColumn> Columns => All;

    /// <inheritdoc/>
    public override void Fill(int item, int slot, Span<float> values)
    {
        var fold = view.Fold;
        var row = rates.Row(fold, item);
        values[0] = Share(row, ItemStatistic.Orders);
        values[1] = rates.Rate(fold, row, ItemStatistic.Reorders, ItemStatistic.Orders);
        values[2] = rates.Rate(fold, row, ItemStatistic.SecondUsers, ItemStatistic.Users);
        values[3] = rates.Rate(fold, row, ItemStatistic.FollowedAgain, ItemStatistic.Followed);
        values[4] = rates.Rate(fold, row, ItemStatistic.Orders, ItemStatistic.Users);
        values[5] = rates.Rate(fold, row, ItemStatistic.GapOrders, ItemStatistic.Reorders);
        values[6] = rates.Rate(fold, row, ItemStatistic.CartPositions, ItemStatistic.Orders);
        values[7] = Lift(row, ItemStatistic.LastOrders, ItemStatistic.Orders);
        values[8] = Lift(row, ItemStatistic.RecentOrders, ItemStatistic.Orders);
        values[9] = Share(row, ItemStatistic.LastOrders);
        var isTrendKnown = view.IsLatest && rates.Total(fold, ItemStatistic.NextOrders) > 0;
        values[10] = isTrendKnown ? Share(row, ItemStatistic.NextOrders) : float.NaN;
        values[11] = isTrendKnown ? Lift(row, ItemStatistic.NextOrders, ItemStatistic.LastOrders) : float.NaN;
    }

    private float Share(ReadOnlySpan<float> row, ItemStatistic statistic) =>
        Ratio(1000 * row[(int)statistic], rates.Total(view.Fold, statistic));

    private float Lift(ReadOnlySpan<float> row, ItemStatistic part, ItemStatistic whole) =>
        rates.Rate(view.Fold, row, part, whole) * rates.Total(view.Fold, whole) / rates.Total(view.Fold, part);
}
