using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Similarity;

/// <summary>Product → baskets that hold it, ascending: the transpose of the histories, as compressed sparse rows.</summary>
internal sealed class BasketsOfItems
{
    private readonly int[] _starts;
    private readonly int[] _baskets;

    public BasketsOfItems(UserHistories histories)
    {
        var products = histories.Products.Count;
        _starts = new int[products + 1];
        for (var item = 0; item < products; item++)
        {
            _starts[item + 1] = _starts[item] + histories.Popularity[item];
        }

        _baskets = GC.AllocateUninitializedArray<int>(_starts[^1]);
        var next = _starts.AsSpan(0, products).ToArray();
        for (var basket = 0; basket < histories.BasketCount; basket++)
        {
            foreach (var item in histories.Basket(basket))
            {
                _baskets[next[item]++] = basket;
            }
        }
    }

    public ReadOnlySpan<int> Of(int item) => _baskets.AsSpan(_starts[item], _starts[item + 1] - _starts[item]);
}
