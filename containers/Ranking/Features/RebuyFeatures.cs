using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Features;

/// <summary>How often other users buy such a product again when they stand where this user stands.</summary>
internal sealed class RebuyFeatures(UserView view, RebuyRates rates) : FeatureGroup
{
    /// <summary>The features.</summary>
    public static IReadOnlyList<FeatureColumn> All { get; } =
    [
        new("rebuy_rate", "Share of orders in which other users bought the product, as long after their last purchase of it and after as many purchases"),
        new("rebuy_rate_of_aisle", "As rebuy_rate, over all products of the aisle"),
        new("rebuy_lift", "rebuy_rate as a multiple of the rate of all products"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureColumn> Columns => All;

    /// <inheritdoc/>
    public override void LoadUser()
    {
        for (var slot = 0; slot < view.ItemCount; slot++)
        {
            rates.Prefetch(view.Fold, view.Items[slot], CellOf(slot));
        }
    }

    /// <inheritdoc/>
    public override void Fill(int item, int slot, Span<float> values)
    {
        if (slot < 0)
        {
            values.Fill(float.NaN);
            return;
        }

        var cell = CellOf(slot);
        values[0] = rates.Product(view.Fold, item, cell);
        values[1] = rates.Aisle(view.Fold, item, cell);
        values[2] = Ratio(values[0], rates.All(view.Fold, cell));
    }

    private int CellOf(int slot)
    {
        var baskets = view.BasketsWith(slot);
        return RebuyCell.Of(view.Known - baskets[^1], baskets.Length);
    }
}
