using Recommender.Ranking.Histories;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Similarity;

/// <summary>
/// Finds products that are bought together. With c_i baskets holding product i and c_ij holding both i and j,
/// <code>score(i, j) = c_ij / √(c_i × c_j) × c_ij / (c_ij + λ)</code>
/// the cosine of the products' basket vectors, shrunk where few baskets support it (shrinkage as in Bell and Koren,
/// "Scalable Collaborative Filtering with Jointly Derived Neighborhood Interpolation Weights", ICDM 2007). All baskets are
/// counted; none is sampled.
/// </summary>
internal static class CoPurchase
{
    private const int ItemsPerRange = 16;

    /// <summary>Computes the similar products of all products, in about 4 bytes a purchase on top of the histories.</summary>
    /// <param name="histories">The baskets.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="keepUser">Whose baskets count, by user index; null for those of all.</param>
    /// <param name="cancellation">Stops the work between ranges of products.</param>
    /// <exception cref="ArgumentException">The options have faults.</exception>
    public static SimilarItems Compute(
        UserHistories histories, CoPurchaseOptions? options = null, Func<int, bool>? keepUser = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(histories);
        options ??= new CoPurchaseOptions();
        options.Validate();
        var baskets = new BasketsOfItems(histories, keepUser);
        var similar = new SimilarItems(histories.Products.Count, options.Top);
        ParallelRanges.Run(
            histories.Products.Count, ItemsPerRange, options.Threads, () => new PairCounter(histories, baskets, options),
            (first, end, counter) =>
            {
                for (var item = first; item < end; item++)
                {
                    similar.SetCount(item, counter.FindSimilar(item, similar.Room(item)));
                }
            },
            cancellation);
        return similar;
    }
}
