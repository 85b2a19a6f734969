using Recommender.Ranking.Histories;
using Recommender.Ranking.Similarity;
using Recommender.Ranking.Statistics;

namespace Recommender.Ranking.Features;

/// <summary>
/// Similar products per fold of users, each from the baskets of users of the other folds: what a row of a user may see of
/// co-purchases. A large shop's are counted over a sample of its users. Immutable.
/// </summary>
internal sealed class FoldSimilarity
{
    private readonly SimilarItems[] _folds;

    /// <summary>Counts co-purchases.</summary>
    /// <param name="histories">The users' baskets.</param>
    /// <param name="poolUsers">About how many users are counted at most, over all folds.</param>
    /// <param name="options">Similar products per product, and shrinkage.</param>
    /// <param name="cancellation">Stops the work.</param>
    public FoldSimilarity(UserHistories histories, int poolUsers, CoPurchaseOptions options, CancellationToken cancellation)
    {
        var users = histories.Users;
        bool InPool(int user) => UserSample.Keeps(users.Id(user), poolUsers, users.Count);
        _folds = [.. Enumerable.Range(0, StatisticFolds.Count).Select(fold => CoPurchase.Compute(
            histories, options, user => StatisticFolds.Of(users.Id(user)) != fold && InPool(user), cancellation))];
    }

    /// <summary>What users of other folds buy together.</summary>
    public SimilarItems Of(int fold) => _folds[fold];
}
