using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Tests.Support;

internal static class Ranked
{
    /// <summary>The list of one user.</summary>
    public static ScoredItem[] List(this IRanker ranker, UserHistories histories, long userId, int k, RankingWorkspace? workspace = null)
    {
        var top = new ScoredItem[k];
        var count = ranker.Rank(histories.Users.IndexOf(userId), top, workspace ?? new RankingWorkspace(histories));
        return top[..count];
    }

    /// <summary>The product ids of the list of one user.</summary>
    public static long[] Products(this IRanker ranker, UserHistories histories, long userId, int k) =>
        [.. ranker.List(histories, userId, k).Select(item => histories.Products.Id(item.Item))];
}
