using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Rankers;

/// <summary>The same for every user: the products in the most baskets. Score: the number of baskets.</summary>
public sealed class GlobalTopRanker : IRanker
{
    private readonly int[] ranking;
    private readonly UserHistories histories;

    /// <summary>A ranker over these histories.</summary>
    public GlobalTopRanker(UserHistories histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        this.histories = histories;
        ranking = new int[histories.Products.Count];
        var order = new long[ranking.Length];
        for (var item = 0; item < ranking.Length; item++)
        {
            ranking[item] = item;
            order[item] = PopularityOrder.Key(histories.Popularity[item], item);
        }

        Array.Sort(order, ranking);
    }

    /// <inheritdoc/>
    public string Name => "global_top";

    /// <inheritdoc/>
    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
    {
        var count = Math.Min(top.Length, ranking.Length);
        for (var place = 0; place < count; place++)
        {
            var item = ranking[place];
            top[place] = new ScoredItem(item, histories.Popularity[item], ItemReason.Popular);
        }

        return count;
    }
}
