using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>How long ago the user bought the product, against the rhythm in which he does: in orders, and in days where known.</summary>
internal sealed class PairRhythm(UserView view, ItemRates rates) : FeatureGroup
{
    // How many gaps of its own a pair needs to count as much as what other users do.
    private const float PriorGaps = 1.5f;

    /// <summary>The features.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        new("orders_since_last", "Orders from the last purchase of the product to the one to predict"),
        new("orders_since_first", "Orders from the first purchase of the product to the one to predict"),
        new("gap_orders_mean", "Mean number of orders from one purchase to the next"),
        new("gap_orders_spread", "Standard deviation of the number of orders from one purchase to the next"),
        new("gap_orders_least", "Fewest orders from one purchase to the next"),
        new("gap_orders_most", "Most orders from one purchase to the next"),
        new("gap_orders_last", "Orders between the last two purchases"),
        new("due_orders", "Orders since the last purchase, as a multiple of the mean gap"),
        new("due_orders_shrunk", "As due_orders, the mean gap mixed with what is usual for the product with other users"),
        new("due_orders_z", "Orders since the last purchase less the mean gap, in standard deviations (at least half an order)"),
        new("overdue_orders", "Orders since the last purchase less the longest gap"),
        new("gaps_like_now", "Of the gaps that lasted at least as long as it is now since the last purchase, the share that ended now"),
        new("gaps_reached_now", "Gaps that lasted at least as long as it is now since the last purchase"),
        new("days_since_last", "Days from the last purchase of the product to the order to predict, or to the last order where that is unknown"),
        new("days_since_first", "Days from the first purchase of the product to the order to predict, or to the last order where that is unknown"),
        new("gap_days_mean", "Mean number of days from one purchase to the next"),
        new("gap_days_spread", "Standard deviation of the number of days from one purchase to the next"),
        new("gap_days_last", "Days between the last two purchases"),
        new("due_days", "Days since the last purchase, as a multiple of the mean gap in days"),
        new("due_days_shrunk", "As due_days, the mean gap mixed with the product's usual gap in orders times the user's days between orders"),
        new("due_days_z", "Days since the last purchase less the mean gap in days, in standard deviations (at least a day)"),
        new("overdue_days", "Days since the last purchase less the longest gap in days"),
    ];

    private float _daysPerOrder;
    private float _today;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureColumn> Columns => All;

    /// <inheritdoc/>
    public override void LoadUser()
    {
        _today = float.IsNaN(view.TargetDay) && view.Known > 0 ? view.Days[^1] : view.TargetDay;
        _daysPerOrder = view.Known < 2 ? float.NaN : view.Days[^1] / (view.Known - 1);
    }

    /// <inheritdoc/>
    public override void Fill(int item, int slot, Span<float> values)
    {
        if (slot < 0)
        {
            values.Fill(float.NaN);
            return;
        }

        var baskets = view.BasketsWith(slot);
        var usual = rates.Gap(view.Fold, item);
        float since = view.Known - baskets[^1];
        var (orders, days) = (new GapSummary(), new GapSummary());
        var (reached, ended) = (0, 0);
        for (var i = 1; i < baskets.Length; i++)
        {
            var gap = baskets[i] - baskets[i - 1];
            orders.Add(gap);
            days.Add(view.Days[baskets[i]] - view.Days[baskets[i - 1]]);
            reached += gap >= since ? 1 : 0;
            ended += gap == since ? 1 : 0;
        }

        values[0] = since;
        values[1] = view.Known - baskets[0];
        FillOrders(orders, since, usual, values[2..]);
        values[11] = Ratio(ended, reached);
        values[12] = reached;
        var sinceDays = _today - view.Days[baskets[^1]];
        values[13] = sinceDays;
        values[14] = _today - view.Days[baskets[0]];
        FillDays(days, sinceDays, usual * _daysPerOrder, values[15..]);
    }

    private static float Shrunk(in GapSummary gaps, float usual) => (gaps.Sum + (PriorGaps * usual)) / (gaps.Count + PriorGaps);

    private static void FillOrders(in GapSummary gaps, float since, float usual, Span<float> values)
    {
        values[0] = gaps.Mean;
        values[1] = gaps.Spread;
        values[2] = gaps.Least;
        values[3] = gaps.Most;
        values[4] = gaps.Last;
        values[5] = since / gaps.Mean;
        values[6] = since / Shrunk(gaps, usual);
        values[7] = (since - gaps.Mean) / MathF.Max(gaps.Spread, 0.5f);
        values[8] = since - gaps.Most;
    }

    private static void FillDays(in GapSummary gaps, float since, float usual, Span<float> values)
    {
        values[0] = gaps.Mean;
        values[1] = gaps.Spread;
        values[2] = gaps.Last;
        values[3] = since / MathF.Max(gaps.Mean, 0.5f);
        values[4] = since / MathF.Max(Shrunk(gaps, usual), 0.5f);
        values[5] = (since - gaps.Mean) / MathF.Max(gaps.Spread, 1);
        values[6] = since - gaps.Most;
    }
}
