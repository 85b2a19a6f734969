using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Similarity;

/// <summary>One thread's counts of the products that share baskets with one product.</summary>
internal sealed class PairCounter(UserHistories histories, BasketsOfItems baskets, CoPurchaseOptions options)
{
    private readonly int[] _counts = new int[histories.Products.Count];
    private readonly int[] _touched = new int[histories.Products.Count];

    /// <returns>How many similar products were written, best first.</returns>
    public int FindSimilar(int item, Span<SimilarItem> top)
    {
        var found = Count(item);
        var kept = 0;
        var popularity = baskets.Popularity;
        foreach (var other in _touched.AsSpan(0, found))
        {
            var together = _counts[other];
            _counts[other] = 0;
            if (together >= options.MinimumSupport && other != item)
            {
                var cosine = together / Math.Sqrt((double)popularity[item] * popularity[other]);
                var candidate = new SimilarItem(other, together, cosine * (together / (together + options.Shrinkage)));
                kept = Offer(candidate, top, kept, popularity);
            }
        }

        return kept;
    }

    private static int Offer(in SimilarItem candidate, Span<SimilarItem> top, int kept, ReadOnlySpan<int> popularity)
    {
        if (kept == top.Length && !Precedes(candidate, top[kept - 1], popularity))
        {
            return kept;
        }

        var slot = kept < top.Length ? kept++ : kept - 1;
        for (; slot > 0 && Precedes(candidate, top[slot - 1], popularity); slot--)
        {
            top[slot] = top[slot - 1];
        }

        top[slot] = candidate;
        return kept;
    }

    private static bool Precedes(in SimilarItem item, in SimilarItem other, ReadOnlySpan<int> popularity)
    {
        if (item.Score != other.Score)
        {
            return item.Score > other.Score;
        }

        var difference = popularity[item.Item] - popularity[other.Item];
        return difference != 0 ? difference > 0 : item.Item < other.Item;
    }

    private int Count(int item)
    {
        var found = 0;
        foreach (var basket in baskets.Of(item))
        {
            foreach (var other in histories.Basket(basket))
            {
                if (_counts[other]++ == 0)
                {
                    _touched[found++] = other;
                }
            }
        }

        return found;
    }
}
