using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Similarity;

/// <summary>Product → baskets that hold it, ascending: the transpose of the histories, as compressed sparse rows.</summary>
internal sealed class BasketsOfItems
{
    private readonly int[] _starts;
    private readonly int[] _baskets;
    private readonly int[] _popularity;

    /// <summary>The baskets of the users (by index) that the condition keeps; of all where there is none.</summary>
    public BasketsOfItems(UserHistories histories, Func<int, bool>? keepUser = null)
    {
        var products = histories.Products.Count;
        _popularity = keepUser is null ? histories.Popularity.ToArray() : Count(histories, keepUser);
        _starts = new int[products + 1];
        for (var item = 0; item < products; item++)
        {
            _starts[item + 1] = _starts[item] + _popularity[item];
        }

        _baskets = GC.AllocateUninitializedArray<int>(_starts[^1]);
        var next = _starts.AsSpan(0, products).ToArray();
        foreach (var basket in Baskets(histories, keepUser))
        {
            foreach (var item in histories.Basket(basket))
            {
                _baskets[next[item]++] = basket;
            }
        }
    }

    /// <summary>For each product, in how many of these baskets it is.</summary>
    public ReadOnlySpan<int> Popularity => _popularity;

    public ReadOnlySpan<int> Of(int item) => _baskets.AsSpan(_starts[item], _starts[item + 1] - _starts[item]);

    private static int[] Count(UserHistories histories, Func<int, bool> keepUser)
    {
        var counts = new int[histories.Products.Count];
        foreach (var basket in Baskets(histories, keepUser))
        {
            foreach (var item in histories.Basket(basket))
            {
                counts[item]++;
            }
        }

        return counts;
    }

    private static IEnumerable<int> Baskets(UserHistories histories, Func<int, bool>? keepUser)
    {
        for (var user = 0; user < histories.Users.Count; user++)
        {
            var (first, end) = keepUser is null || keepUser(user) ? histories.Baskets(user) : (0, 0);
            for (var basket = first; basket < end; basket++)
            {
                yield return basket;
            }
        }
    }
}
