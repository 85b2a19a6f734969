using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Statistics;

/// <summary>
/// Which fold a user belongs to. What is known of items over all users is kept per fold, over the users of the other folds:
/// a row about a user, in training and in scoring, sees that of the user's own fold, in which nothing of the user is. Taking a
/// user's own numbers off a total instead would tell a learner exactly what he did.
/// </summary>
internal static class StatisticFolds
{
    /// <summary>How many folds there are: 5.</summary>
    public const int Count = 5;

    /// <summary>The user's fold, 0 … <see cref="Count"/> − 1: the remainder of <see cref="UserSplit.Bucket"/>, as in SQL.</summary>
    public static int Of(long userId) => UserSplit.Bucket(userId) % Count;
}
