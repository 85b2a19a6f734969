using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Features;

/// <summary>What one user, as of the known baskets, bought in each aisle or department.</summary>
/// <param name="segments">The segments; null where the shop has none, and all is empty.</param>
internal sealed class SegmentTally(ProductSegments? segments)
{
    private readonly Entry[] _entries = new Entry[segments?.Count ?? 0];

    /// <summary>The segments, or null.</summary>
    public ProductSegments? Segments => segments;

    /// <summary>Purchases of products that are in a segment.</summary>
    public int Lines { get; private set; }

    /// <summary>The entry of a segment.</summary>
    public ref readonly Entry this[int segment] => ref _entries[segment];

    /// <summary>The product's segment, or <see cref="ProductSegments.None"/>.</summary>
    public int Of(int item) => segments?.Of(item) ?? ProductSegments.None;

    /// <summary>Tallies the user in the view.</summary>
    public void Load(UserView view)
    {
        Array.Clear(_entries);
        Lines = 0;
        if (segments is null)
        {
            return;
        }

        for (var place = 0; place < view.Known; place++)
        {
            foreach (var item in view.Basket(place))
            {
                if (segments.Of(item) is var segment && segment != ProductSegments.None)
                {
                    Count(ref _entries[segment], place, view.Known);
                }
            }
        }

        foreach (var item in view.Items)
        {
            if (segments.Of(item) is var segment && segment != ProductSegments.None)
            {
                _entries[segment].Products++;
            }
        }
    }

    private void Count(ref Entry entry, int place, int known)
    {
        Lines++;
        entry.Lines++;
        if (entry.Orders == 0 || entry.LastOrder != place)
        {
            entry.GapOrders += entry.Orders == 0 ? 0 : place - entry.LastOrder;
            entry.Orders++;
            entry.RecentOrders += known - place <= 5 ? 1 : 0;
            entry.LastOrder = place;
            entry.LinesOfLastOrder = 0;
        }

        entry.LinesOfLastOrder++;
    }

    /// <summary>One segment.</summary>
    internal struct Entry
    {
        /// <summary>Purchases.</summary>
        public int Lines;

        /// <summary>Purchases in the last order that has any.</summary>
        public int LinesOfLastOrder;

        /// <summary>Orders with any.</summary>
        public int Orders;

        /// <summary>Of the last five orders, those with any.</summary>
        public int RecentOrders;

        /// <summary>Place of the last order with any.</summary>
        public int LastOrder;

        /// <summary>Orders from one order with any to the next, summed.</summary>
        public int GapOrders;

        /// <summary>Different products.</summary>
        public int Products;
    }
}
