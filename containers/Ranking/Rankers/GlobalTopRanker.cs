using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Rankers;

/// <summary>The same for every user: the products in the most baskets. Score: the number of baskets.</summary>
internal sealed class GlobalTopRanker : IRanker
{
    private readonly int[] _ranking;
    private readonly UserHistories _histories;

    /// <summary>A ranker over these histories.</summary>
    public GlobalTopRanker(UserHistories histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        _histories = histories;
        _ranking = new int[histories.Products.Count];
        var order = new long[_ranking.Length];
        for (var item = 0; item < _ranking.Length; item++)
        {
            _ranking[item] = item;
            order[item] = PopularityOrder.Key(histories.Popularity[item], item);
        }

        Array.Sort(order, _ranking);
    }

    /// <inheritdoc/>
    public string Name => "global_top";

    /// <inheritdoc/>
    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
    {
        var count = Math.Min(top.Length, _ranking.Length);
        for (var place = 0; place < count; place++)
        {
            var item = _ranking[place];
            top[place] = new ScoredItem(item, _histories.Popularity[item], ItemReason.Popular);
        }

        return count;
    }
}
