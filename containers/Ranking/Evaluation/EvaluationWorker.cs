using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Evaluation;

/// <summary>One thread's part of an evaluation.</summary>
internal sealed class EvaluationWorker(UserHistories histories, TruthBaskets truth, IReadOnlyList<int> cutoffs)
{
    private readonly RankingWorkspace workspace = new(histories);
    private readonly ScoredItem[] top = new ScoredItem[cutoffs[^1]];
    private readonly bool[] hits = new bool[cutoffs[^1]];
    private readonly bool[] repeatHits = new bool[cutoffs[^1]];
    private readonly bool[] exploreHits = new bool[cutoffs[^1]];
    private readonly HashSet<int> known = [];
    private readonly HashSet<int> bought = [];

    public DistinctItems Distinct { get; } = new(histories.Products.Count);

    public void Evaluate(IRanker ranker, int position, Span<UserOutcome> outcomes)
    {
        var user = histories.Users.IndexOf(truth.UserId(position));
        var count = ranker.Rank(user, top, workspace);
        var basket = truth.Basket(position);
        var repeats = SplitTruth(user, basket);
        for (var place = 0; place < count; place++)
        {
            var item = top[place].Item;
            Distinct.Add(item, place + 1);
            hits[place] = known.Contains(item);
            repeatHits[place] = hits[place] && bought.Contains(item);
            exploreHits[place] = hits[place] && !repeatHits[place];
        }

        for (var i = 0; i < cutoffs.Count; i++)
        {
            outcomes[i] = Measure(count, basket.Length, repeats, cutoffs[i]);
        }
    }

    private static double RecallOrNone(ReadOnlySpan<bool> hits, int truthSize, int k) =>
        truthSize == 0 ? double.NaN : BasketMetrics.Recall(hits, truthSize, k);

    private UserOutcome Measure(int count, int truthSize, int repeats, int k) => new(
        BasketMetrics.Recall(hits.AsSpan(0, count), truthSize, k),
        BasketMetrics.Ndcg(hits.AsSpan(0, count), truthSize, k),
        BasketMetrics.NdcgCapped(hits.AsSpan(0, count), truthSize, k),
        BasketMetrics.HitRate(hits.AsSpan(0, count), truthSize, k),
        RecallOrNone(repeatHits.AsSpan(0, count), repeats, k),
        RecallOrNone(exploreHits.AsSpan(0, count), truthSize - repeats, k));

    /// <returns>How many products of the truth basket the user bought before.</returns>
    private int SplitTruth(int user, ReadOnlySpan<long> basket)
    {
        bought.Clear();
        foreach (var item in histories.Purchases(user))
        {
            bought.Add(item);
        }

        known.Clear();
        var repeats = 0;
        foreach (var product in basket)
        {
            var item = histories.Products.IndexOf(product);
            if (item >= 0)
            {
                known.Add(item);
                repeats += bought.Contains(item) ? 1 : 0;
            }
        }

        return repeats;
    }
}
