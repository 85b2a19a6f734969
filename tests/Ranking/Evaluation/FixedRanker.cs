using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Tests.Evaluation;

/// <summary>Gives every user the list that the test wrote.</summary>
internal sealed class FixedRanker(UserHistories histories, Dictionary<long, long[]> lists) : IRanker
{
    public string Name => "fixed";

    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
    {
        var list = lists.GetValueOrDefault(user == UserHistories.UnknownUser ? -1 : histories.Users.Id(user), []);
        var count = Math.Min(list.Length, top.Length);
        for (var place = 0; place < count; place++)
        {
            top[place] = new ScoredItem(histories.Products.IndexOf(list[place]), -place, ItemReason.Popular);
        }

        return count;
    }
}
