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
        return new FoldPairs([.. Enumerable.Range(0, StatisticFolds.Count).Select(fold =>
        {
            var similar = CoPurchase.Compute(histories, options, user => StatisticFolds.Of(users.Id(user)) != fold && InPool(user), cancellation);
            return Packed(similar.ProductCount, item => Array.ConvertAll(similar.Of(item).ToArray(), other => new Pair(other.Item, (float)other.Score)));
        })]);
    }

    /// <summary>Products bought after a product: <see cref="Sequels"/>.</summary>
    /// <param name="sequels">The counts.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static FoldPairs After(Sequels sequels, CancellationToken cancellation)
    {
        var products = sequels.FindAll(cancellation);
        return new FoldPairs([.. Enumerable.Range(0, StatisticFolds.Count).Select(fold => Packed(products.Length, item => products[item][fold]))]);
    }

    /// <summary>What goes with a product in baskets of users of other folds, best first.</summary>
    public ReadOnlySpan<Pair> Of(int fold, int item)
    {
        var (starts, pairs) = _folds[fold];
        return pairs.AsSpan(starts[item], starts[item + 1] - starts[item]);
    }

    /// <summary>All that features ask for, side by side: they are looked up all over the catalogue.</summary>
    private static (int[] Starts, Pair[] Pairs) Packed(int products, Func<int, Pair[]> pairsOf)
    {
        var (starts, all) = (new int[products + 1], new List<Pair>());
        for (var item = 0; item < products; item++)
        {
            all.AddRange(pairsOf(item));
            starts[item + 1] = all.Count;
        }

        return (starts, [.. all]);
    }

    /// <summary>A product that goes with another.</summary>
    /// <param name="Item">Index of the product.</param>
    /// <param name="Score">How much, above 0 and at most 1.</param>
    internal readonly record struct Pair(int Item, float Score);
}
