using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>How often the user bought the product, plainly and with older orders counting less.</summary>
internal sealed class PairCounts(UserView view, int mostBaskets) : FeatureGroup
{
    private static readonly double[] Rates = [0.95, 0.9, 0.8, 0.6];
    private static readonly float[] Lifetimes = [10, 30, 90];

    private readonly float[][] _powers = [.. Rates.Select(rate => Enumerable.Range(0, mostBaskets + 1).Select(age => (float)Math.Pow(rate, age)).ToArray())];
    private readonly float[] _totals = new float[Rates.Length];
    private readonly float[][] _dayWeights = [.. Lifetimes.Select(_ => new float[mostBaskets + 1])];

    /// <summary>The features.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        new("bought_orders", "Orders that have the product"),
        new("bought_share", "Share of the user's orders that have the product"),
        new("bought_share_since_first", "Share of the orders after the first purchase of the product that have it"),
        new("bought_share_of_lines", "The product's share of all the user's purchases"),
        new("decayed_share_95", "Share of orders with the product, each order counting 0.95 of the next newer one"),
        new("decayed_share_90", "Share of orders with the product, each order counting 0.9 of the next newer one"),
        new("decayed_share_80", "Share of orders with the product, each order counting 0.8 of the next newer one"),
        new("decayed_share_60", "Share of orders with the product, each order counting 0.6 of the next newer one"),
        new("decayed_days_10", "Orders with the product, each fading by 1/e in 10 days"),
        new("decayed_days_30", "Orders with the product, each fading by 1/e in 30 days"),
        new("decayed_days_90", "Orders with the product, each fading by 1/e in 90 days"),
        new("bought_last_3", "Of the last 3 orders, those with the product"),
        new("bought_last_5", "Of the last 5 orders, those with the product"),
        new("bought_last_10", "Of the last 10 orders, those with the product"),
        new("trend_of_share", "Share of the newer half of the orders with the product less the share of the older half"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureColumn> Columns => All;

    /// <inheritdoc/>
    public override void LoadUser()
    {
        for (var i = 0; i < Rates.Length; i++)
        {
            _totals[i] = (float)((1 - Math.Pow(Rates[i], view.Known)) / (1 - Rates[i]));
        }

        var now = float.IsNaN(view.TargetDay) && view.Known > 0 ? view.Days[^1] : view.TargetDay;
        for (var i = 0; i < Lifetimes.Length; i++)
        {
            for (var place = 0; place < view.Known; place++)
            {
                _dayWeights[i][place] = MathF.Exp((view.Days[place] - now) / Lifetimes[i]);
            }
        }
    }

    /// <inheritdoc/>
    public override void Fill(int item, int slot, Span<float> values)
    {
        values.Clear();
        if (slot < 0)
        {
            values[2] = float.NaN;
            return;
        }

        var baskets = view.BasketsWith(slot);
        var known = view.Known;
        values[0] = baskets.Length;
        values[1] = (float)baskets.Length / known;
        values[2] = Ratio(baskets.Length - 1, known - 1 - baskets[0]);
        values[3] = (float)baskets.Length / view.Purchases;
        var newer = 0;
        foreach (var place in baskets)
        {
            var age = known - 1 - place;
            values[4] += _powers[0][age];
            values[5] += _powers[1][age];
            values[6] += _powers[2][age];
            values[7] += _powers[3][age];
            values[8] += _dayWeights[0][place];
            values[9] += _dayWeights[1][place];
            values[10] += _dayWeights[2][place];
            values[11] += age < 3 ? 1 : 0;
            values[12] += age < 5 ? 1 : 0;
            values[13] += age < 10 ? 1 : 0;
            newer += place >= known / 2 ? 1 : 0;
        }

        for (var i = 0; i < Rates.Length; i++)
        {
            values[4 + i] /= _totals[i];
        }

        values[14] = ((float)newer / (known - (known / 2))) - Ratio(baskets.Length - newer, known / 2);
    }
}
