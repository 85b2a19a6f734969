namespace Recommender.Ranking.Similarity;

/// <summary>For each product, the products most often bought with it.</summary>
public sealed class SimilarItems
{
    private readonly int top;
    private readonly int[] counts;
    private readonly SimilarItem[] items;

    internal SimilarItems(int products, int top) =>
        (this.top, counts, items) = (top, new int[products], new SimilarItem[checked(products * top)]);

    /// <summary>Number of products, with or without similar ones.</summary>
    public int ProductCount => counts.Length;

    /// <summary>The products similar to a product (by index), best first: score, then popularity, then product id.</summary>
    public ReadOnlySpan<SimilarItem> Of(int item) => items.AsSpan(item * top, counts[item]);

    internal Span<SimilarItem> Room(int item) => items.AsSpan(item * top, top);

    internal void SetCount(int item, int count) => counts[item] = count;
}
