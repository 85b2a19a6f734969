using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Similarity;

/// <summary>Product → baskets that hold it, ascending: the transpose of the histories, as compressed sparse rows.</summary>
internal sealed class BasketsOfItems
{
    private readonly int[] starts;
    private readonly int[] baskets;

    public BasketsOfItems(UserHistories histories)
    {
        var products = histories.Products.Count;
        starts = new int[products + 1];
        for (var item = 0; item < products; item++)
        {
            starts[item + 1] = starts[item] + histories.Popularity[item];
        }

        baskets = GC.AllocateUninitializedArray<int>(starts[^1]);
        var next = starts.AsSpan(0, products).ToArray();
        for (var basket = 0; basket < histories.BasketCount; basket++)
        {
            foreach (var item in histories.Basket(basket))
            {
                baskets[next[item]++] = basket;
            }
        }
    }

    public ReadOnlySpan<int> Of(int item) => baskets.AsSpan(starts[item], starts[item + 1] - starts[item]);
}
