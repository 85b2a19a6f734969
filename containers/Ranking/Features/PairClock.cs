using Recommender.Ranking.Histories;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>Whether the user buys the product on such a day of the week and at such an hour as that of the order to predict.</summary>
internal sealed class PairClock(UserView view) : FeatureGroup
{
    /// <summary>The features.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        new("same_weekday_share", "Share of the product's purchases that fall on the weekday of the order to predict"),
        new("weekday_fit", "Share of the user's orders on the weekday of the order to predict that have the product, less the share of all orders"),
        new("hour_distance", "Mean distance in hours between the product's purchases and the order to predict, around the clock"),
        new("hour_fit", "The user's mean distance in hours between his orders and the one to predict, less that of the orders with the product"),
    ];

    private int _sameWeekday;
    private float _hours;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureColumn> Columns => All;

    /// <inheritdoc/>
    public override void LoadUser()
    {
        (_sameWeekday, _hours) = (0, 0);
        for (var place = 0; place < view.Known; place++)
        {
            var time = view.Time(place);
            _sameWeekday += time.DayOfWeek == view.Target.DayOfWeek ? 1 : 0;
            _hours += Distance(time.Hour, view.Target.Hour);
        }

        _hours /= view.Known;
    }

    /// <inheritdoc/>
    public override void Fill(int item, int slot, Span<float> values)
    {
        values.Fill(float.NaN);
        if (slot < 0)
        {
            return;
        }

        var baskets = view.BasketsWith(slot);
        var (same, hours) = (0, 0f);
        foreach (var place in baskets)
        {
            var time = view.Time(place);
            same += time.DayOfWeek == view.Target.DayOfWeek ? 1 : 0;
            hours += Distance(time.Hour, view.Target.Hour);
        }

        if (view.Target.DayOfWeek != BasketTimes.Unknown)
        {
            values[0] = (float)same / baskets.Length;
            values[1] = Ratio(same, _sameWeekday) - ((float)baskets.Length / view.Known);
        }

        values[2] = hours / baskets.Length;
        values[3] = _hours - values[2];
    }

    private static float Distance(int hour, int other)
    {
        if (hour == BasketTimes.Unknown || other == BasketTimes.Unknown)
        {
            return float.NaN;
        }

        var apart = Math.Abs(hour - other);
        return Math.Min(apart, 24 - apart);
    }
}
