using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tuning;

/// <summary>Folds of the fit users, for choices that must not see a test user. They cut across those of the item statistics.</summary>
internal static class InnerFolds
{
    /// <summary>How many there are: 5.</summary>
    public const int Count = 5;

    private const int BucketsInTurn = 5;

    /// <summary>The fold of a fit user, 0 … <see cref="Count"/> − 1.</summary>
    public static int Of(long userId) => UserSplit.Bucket(userId) / BucketsInTurn % Count;
}
