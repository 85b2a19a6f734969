using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Rankers;

/// <summary>Per product of one user: weighted sum, counts and last basket. Clearing costs only what the last user touched.</summary>
internal sealed class PurchaseTally(int products)
{
    private readonly Entry[] _entries = new Entry[products];
    private readonly int[] _touched = new int[products];
    private int _touchedCount;

    /// <summary>The user's distinct products, in order of first purchase.</summary>
    public ReadOnlySpan<int> Items => _touched.AsSpan(0, _touchedCount);

    public ref readonly Entry this[int item] => ref _entries[item];

    /// <summary>Tallies a user; <paramref name="weights"/> has one weight per basket, oldest first.</summary>
    public void Collect(UserHistories histories, int user, ReadOnlySpan<double> weights)
    {
        Clear();
        var (first, end) = histories.Baskets(user);
        for (var basket = first; basket < end; basket++)
        {
            var recent = end - basket <= ItemReason.RecentOrders ? 1 : 0;
            foreach (var item in histories.Basket(basket))
            {
                ref var entry = ref _entries[item];
                if (entry.Bought == 0)
                {
                    _touched[_touchedCount++] = item;
                }

                entry.Bought++;
                entry.BoughtRecently += recent;
                entry.LastBasket = basket - first;
                entry.Weight += weights[basket - first];
            }
        }
    }

    private void Clear()
    {
        foreach (var item in Items)
        {
            _entries[item] = default;
        }

        _touchedCount = 0;
    }

    internal struct Entry
    {
        public double Weight;
        public int Bought;
        public int BoughtRecently;
        public int LastBasket;
    }
}
