namespace Recommender.Ranking.Similarity;

/// <summary>For each product, the products most often bought with it.</summary>
internal sealed class SimilarItems
{
    private readonly int _top;
    private readonly int[] _counts;
    private readonly SimilarItem[] _items;

    internal SimilarItems(int products, int top) =>
        (_top, _counts, _items) = (top, new int[products], new SimilarItem[checked(products * top)]);

    /// <summary>Number of products, with or without similar ones.</summary>
    public int ProductCount => _counts.Length;

    /// <summary>The products similar to a product (by index), best first: score, then popularity, then product id.</summary>
    public ReadOnlySpan<SimilarItem> Of(int item) => _items.AsSpan(item * _top, _counts[item]);

    internal Span<SimilarItem> Room(int item) => _items.AsSpan(item * _top, _top);

    internal void SetCount(int item, int count) => _counts[item] = count;
}
