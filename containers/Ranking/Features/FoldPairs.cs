using Recommender.Ranking.Histories;
using Recommender.Ranking.Similarity;
using Recommender.Ranking.Statistics;

namespace Recommender.Ranking.Features;

/// <summary>
/// For each product the products that go with it, per fold of users, each from the baskets of users of the other folds: what a row
/// of a user may see. A large shop's are counted over a sample of its users. About 8 bytes a pair of products and fold. Immutable.
/// </summary>
internal sealed class FoldPairs
{
    private readonly (int[] Starts, Pair[] Pairs)[] _folds;

    private FoldPairs((int[] Starts, Pair[] Pairs)[] folds) => _folds = folds;

    /// <summary>Products bought together with a product: <see cref="CoPurchase"/>.</summary>
    /// <param name="histories">The users' baskets.</param>
    /// <param name="poolUsers">About how many users are counted at most, over all folds.</param>
    /// <param name="options">Similar products per product, and shrinkage.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static FoldPairs Together(UserHistories histories, int poolUsers, CoPurchaseOptions options, CancellationToken cancellation)
    {
        var users = histories.Users;
        bool InPool(int user) => UserSample.Keeps(users.Id(user), poolUsers, users.Count);
        return new FoldPairs([.. Enumerable.Range(0, StatisticFolds.Count).Select(fold => Packed(CoPurchase.Compute(
            histories, options, user => StatisticFolds.Of(users.Id(user)) != fold && InPool(user), cancellation)))]);
    }

    /// <summary>Products bought after a product: <see cref="Sequels"/>.</summary>
    /// <param name="sequels">The counts.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static FoldPairs After(Sequels sequels, CancellationToken cancellation)
    {
        var products = sequels.FindAll(cancellation);
        return new FoldPairs([.. Enumerable.Range(0, StatisticFolds.Count).Select(fold =>
        {
            var starts = new int[products.Length + 1];
            for (var item = 0; item < products.Length; item++)
            {
                starts[item + 1] = starts[item] + products[item][fold].Length;
            }

            return (starts, products.SelectMany(pairs => pairs[fold]).ToArray());
        })]);
    }

    /// <summary>What goes with a product in baskets of users of other folds, best first.</summary>
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

    /// <summary>A product that goes with another.</summary>
    /// <param name="Item">Index of the product.</param>
    /// <param name="Score">How much, above 0 and at most 1.</param>
    internal readonly record struct Pair(int Item, float Score);
}
