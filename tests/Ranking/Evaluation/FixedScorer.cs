using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Tests.Evaluation;

/// <summary>Scores each item of a user's history, and one candidate more if asked for, by what the test wrote.</summary>
internal sealed class FixedScorer(UserHistories histories, Func<long, long, double> score, bool isProbability = true, long? candidate = null) : IPairScorer
{
    public string Name => "fixed";

    public bool IsProbability => isProbability;

    public void Score(int user, PairScores scores, RankingWorkspace workspace)
    {
        scores.Clear();
        if (user == UserHistories.UnknownUser)
        {
            return;
        }

        var bought = histories.Purchases(user).ToArray().ToHashSet();
        var all = candidate is { } product ? bought.Append(histories.Products.IndexOf(product)).Distinct() : bought;
        foreach (var item in all.Order())
        {
            scores.Add(item, score(histories.Users.Id(user), histories.Products.Id(item)), bought.Contains(item));
        }
    }
}
