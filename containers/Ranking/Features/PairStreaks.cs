using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>Runs of orders with the product, and where in the cart it lies.</summary>
internal sealed class PairStreaks(UserView view) : FeatureGroup
{
    private const int PatternOrders = 6;

    /// <summary>The features.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        new("streak", "Orders in a row, up to the last one, that have the product"),
        new("streak_longest", "Most orders in a row that have the product"),
        new("recent_pattern", "Which of the last 6 orders have the product, as a binary number whose highest digit is the last order"),
        new("again_after_bought", "Of the orders that came right after one with the product, the share that have it"),
        new("back_after_pause", "Of the orders that came right after one without the product, once it was known, the share that have it"),
        new("cart_place_mean", "Mean place in the cart, above 0 (first) to 1 (last)"),
        new("cart_place_last", "Place in the cart at the last purchase, above 0 (first) to 1 (last)"),
        new("basket_size_with", "Mean size of the baskets that have the product, as a multiple of the user's mean"),
        new("first_order_share", "How far into the user's orders the product was first bought: 0 (first order) to 1"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureColumn> Columns => All;

    /// <inheritdoc/>
    public override void Fill(int item, int slot, Span<float> values)
    {
        if (slot < 0)
        {
            values.Fill(float.NaN);
            values[..3].Clear();
            return;
        }

        var baskets = view.BasketsWith(slot);
        var places = view.PlacesOf(slot);
        var known = view.Known;
        var (run, longest, pattern, again) = (1, 1, 0, 0);
        var (cart, lines) = (0f, 0f);
        for (var i = 0; i < baskets.Length; i++)
        {
            run = i > 0 && baskets[i] == baskets[i - 1] + 1 ? run + 1 : 1;
            again += run > 1 ? 1 : 0;
            longest = Math.Max(longest, run);
            var age = known - 1 - baskets[i];
            pattern |= age < PatternOrders ? 1 << (PatternOrders - 1 - age) : 0;
            cart += places[i];
            lines += view.Basket(baskets[i]).Length;
        }

        var followed = baskets.Length - (baskets[^1] == known - 1 ? 1 : 0);
        values[0] = baskets[^1] == known - 1 ? run : 0;
        values[1] = longest;
        values[2] = pattern;
        values[3] = Ratio(again, followed);
        values[4] = Ratio(baskets.Length - 1 - again, known - 1 - baskets[0] - followed);
        values[5] = cart / baskets.Length;
        values[6] = places[^1];
        values[7] = lines / baskets.Length / ((float)view.Purchases / known);
        values[8] = (float)baskets[0] / known;
    }
}
