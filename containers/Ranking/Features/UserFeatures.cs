using Recommender.Ranking.Histories;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>The user's habits and the time of the order to predict: the same for all candidates.</summary>
internal sealed class UserFeatures(UserView view) : FeatureGroup
{
    private const int Recent = 5;

    /// <summary>The features.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        new("user_orders", "The user's known orders"),
        new("user_products", "Different products that the user bought"),
        new("user_repeat_share", "Share of the user's purchases that are repeats"),
        new("user_basket_mean", "Mean size of the user's baskets"),
        new("user_basket_recent", "Mean size of the user's last five baskets"),
        new("user_basket_last", "Size of the user's last basket"),
        new("user_basket_spread", "Standard deviation of the sizes of the user's baskets"),
        new("user_recent_new_share", "Share of the purchases in the last five orders that were the first of their product"),
        new("user_last_new_share", "Share of the last basket that was new to the user"),
        new("user_last_overlap", "Share of the last basket that was in the basket before, too"),
        new("user_recent_overlap", "Mean, over the last five orders, of the share of a basket that was in the one before"),
        new("user_repeats_recent", "Repeats per order, in the last five orders"),
        new("user_days_mean", "Mean number of days between the user's orders"),
        new("user_days_spread", "Standard deviation of the days between the user's orders"),
        new("target_days", "Days from the last order to the one to predict"),
        new("target_days_ratio", "Days from the last order to the one to predict, as a multiple of the user's mean"),
        new("target_weekday", "Weekday of the order to predict, 0 to 6"),
        new("target_hour", "Hour of the order to predict, 0 to 23"),
    ];

    private readonly float[] _values = new float[All.Count];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureColumn> Columns => All;

    /// <inheritdoc/>
    public override void Fill(int item, int slot, Span<float> values) => _values.CopyTo(values);

    /// <inheritdoc/>
    public override void LoadUser()
    {
        _values.AsSpan().Fill(float.NaN);
        _values[0] = view.Known;
        _values[1] = view.ItemCount;
        FillTarget();
        if (view.Known > 0)
        {
            _values[2] = 1 - ((float)view.ItemCount / view.Purchases);
            FillBaskets();
            FillNews();
        }
    }

    private void FillTarget()
    {
        var gaps = new GapSummary();
        for (var place = 1; place < view.Known; place++)
        {
            gaps.Add(view.Days[place] - view.Days[place - 1]);
        }

        _values[12] = gaps.Mean;
        _values[13] = gaps.Spread;
        _values[14] = view.Target.DaysSincePrior;
        _values[15] = view.Target.DaysSincePrior / MathF.Max(gaps.Mean, 0.5f);
        _values[16] = view.Target.DayOfWeek == BasketTimes.Unknown ? float.NaN : view.Target.DayOfWeek;
        _values[17] = view.Target.Hour == BasketTimes.Unknown ? float.NaN : view.Target.Hour;
    }

    private void FillBaskets()
    {
        var (all, recent) = (new GapSummary(), new GapSummary());
        for (var place = 0; place < view.Known; place++)
        {
            all.Add(view.Basket(place).Length);
            if (view.Known - place <= Recent)
            {
                recent.Add(view.Basket(place).Length);
            }
        }

        _values[3] = all.Mean;
        _values[4] = recent.Mean;
        _values[5] = all.Last;
        _values[6] = all.Spread;
    }

    /// <summary>What of the last baskets was new, and what was in the one before.</summary>
    private void FillNews()
    {
        var first = Math.Max(0, view.Known - Recent);
        var (lines, news, overlaps) = (0, 0, 0f);
        for (var place = first; place < view.Known; place++)
        {
            var basket = view.Basket(place);
            var (isNew, before) = (0, 0);
            foreach (var item in basket)
            {
                var baskets = view.BasketsWith(view.SlotOf(item));
                isNew += baskets[0] == place ? 1 : 0;
                before += baskets.Contains(place - 1) ? 1 : 0;
            }

            (lines, news, overlaps) = (lines + basket.Length, news + isNew, overlaps + Ratio(before, basket.Length));
            _values[8] = Ratio(isNew, basket.Length);
            _values[9] = Ratio(before, basket.Length);
        }

        _values[7] = Ratio(news, lines);
        _values[10] = overlaps / (view.Known - first);
        _values[11] = (float)(lines - news) / (view.Known - first);
    }
}
