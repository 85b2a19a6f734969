using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Neighbours;

/// <summary>
/// One user's decayed shares of baskets per product, made anew for each user by one thread: with n baskets t = 0 (oldest) … n − 1,
/// <code>share(i) = Σ over t with i of d^(n−1−t) / Σ over all t of d^(n−1−t)</code>
/// for two decays d at once. Clearing costs only what the last user touched.
/// </summary>
/// <param name="products">Number of products.</param>
internal sealed class UserVector(int products)
{
    private readonly Entry[] _entries = new Entry[products];
    private int[] _touched = new int[64];
    private int _count;

    /// <summary>The products of the baskets, in order of first purchase.</summary>
    public ReadOnlySpan<int> Items => _touched.AsSpan(0, _count);

    /// <summary>What was collected of a product; all 0 for one that is in no basket.</summary>
    public ref readonly Entry this[int item] => ref _entries[item];

    /// <summary>Collects the baskets first … end − 1 of a user, and then one that is not in the histories.</summary>
    public void Collect(UserHistories histories, int first, int end, ReadOnlySpan<int> newest, NeighbourSettings settings)
    {
        foreach (var item in Items)
        {
            _entries[item] = default;
        }

        _count = 0;
        var (profile, match) = (1.0, 1.0);
        var (profileSum, matchSum) = (0.0, 0.0);
        // From the newest basket, whose weight is 1, so that weights of long histories are exact where they matter.
        if (!newest.IsEmpty)
        {
            Add(newest, profile, match);
            (profileSum, matchSum) = (profile, match);
            (profile, match) = (profile * settings.ProfileDecay, match * settings.MatchDecay);
        }

        for (var basket = end - 1; basket >= first; basket--)
        {
            Add(histories.Basket(basket), profile, match);
            (profileSum, matchSum) = (profileSum + profile, matchSum + match);
            (profile, match) = (profile * settings.ProfileDecay, match * settings.MatchDecay);
        }

        foreach (var item in Items)
        {
            ref var entry = ref _entries[item];
            (entry.Profile, entry.Match) = (entry.Profile / profileSum, entry.Match / matchSum);
        }
    }

    private void Add(ReadOnlySpan<int> basket, double profile, double match)
    {
        foreach (var item in basket)
        {
            ref var entry = ref _entries[item];
            if (entry.Baskets++ == 0)
            {
                Remember(item);
            }

            entry.Profile += profile;
            entry.Match += match;
        }
    }

    private void Remember(int item)
    {
        if (_count == _touched.Length)
        {
            Array.Resize(ref _touched, _count * 2);
        }

        _touched[_count++] = item;
    }

    internal struct Entry
    {
        public double Profile;
        public double Match;
        public int Baskets;
    }
}
