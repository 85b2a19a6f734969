using Recommender.Ranking.Histories;
using Recommender.Ranking.Similarity;
using Recommender.Ranking.Statistics;

namespace Recommender.Ranking.Features;

/// <summary>
/// Similar products per fold of users, each from the baskets of users of the other folds: what a row of a user may see of
/// co-purchases. A large shop's are counted over a sample of its users. About 8 bytes a pair of products and fold. Immutable.
/// </summary>
internal sealed class FoldSimilarity
{
    private readonly (int[] Starts, Pair[] Pairs)[] _folds;

    /// <summary>Counts co-purchases.</summary>
    /// <param name="histories">The users' baskets.</param>
    /// <param name="poolUsers">About how many users are counted at most, over all folds.</param>
    /// <param name="options">Similar products per product, and shrinkage.</param>
    /// <param name="cancellation">Stops the work.</param>
    public FoldSimilarity(UserHistories histories, int poolUsers, CoPurchaseOptions options, CancellationToken cancellation)
    {
        var users = histories.Users;
        bool InPool(int user) => UserSample.Keeps(users.Id(user), poolUsers, users.Count);
        _folds = [.. Enumerable.Range(0, StatisticFolds.Count).Select(fold => Packed(CoPurchase.Compute(
            histories, options, user => StatisticFolds.Of(users.Id(user)) != fold && InPool(user), cancellation)))];
    }

    /// <summary>What users of other folds buy together with a product, best first.</summary>
    public ReadOnlySpan<Pair> Of(int fold, int item)
    {
        var (starts, pairs) = _folds[fold];
        return pairs.AsSpan(starts[item], starts[item + 1] - starts[item]);
    }

    /// <summary>All that features ask for, side by side: they are looked up all over the catalogue.</summary>
    private static (int[] Starts, Pair[] Pairs) Packed(SimilarItems similar)
    {
        var starts = new int[similar.ProductCount + 1];
        for (var item = 0; item < similar.ProductCount; item++)
        {
            starts[item + 1] = starts[item] + similar.Of(item).Length;
        }

        var pairs = new Pair[starts[^1]];
        for (var item = 0; item < similar.ProductCount; item++)
        {
            var at = starts[item];
            foreach (ref readonly var other in similar.Of(item))
            {
                pairs[at++] = new Pair(other.Item, (float)other.Score);
            }
        }

        return (starts, pairs);
    }

    /// <summary>A product that is bought together with another.</summary>
    /// <param name="Item">Index of the product.</param>
    /// <param name="Score">Shrunk cosine, above 0 and at most 1.</param>
    internal readonly record struct Pair(int Item, float Score);
}
