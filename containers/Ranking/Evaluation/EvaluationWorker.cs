using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Evaluation;

/// <summary>One thread's part of an evaluation.</summary>
internal sealed class EvaluationWorker(UserHistories histories, TruthBaskets truth, IReadOnlyList<int> cutoffs)
{
    private readonly RankingWorkspace _workspace = new(histories);
    private readonly ScoredItem[] _top = new ScoredItem[cutoffs[^1]];
    private readonly bool[] _hits = new bool[cutoffs[^1]];
    private readonly bool[] _repeatHits = new bool[cutoffs[^1]];
    private readonly bool[] _exploreHits = new bool[cutoffs[^1]];
    private readonly HashSet<int> _known = [];
    private readonly HashSet<int> _bought = [];

    public DistinctItems Distinct { get; } = new(histories.Products.Count);

    public void Evaluate(IRanker ranker, int position, Span<UserOutcome> outcomes, Span<int> list)
    {
        var user = histories.Users.IndexOf(truth.UserId(position));
        var count = ranker.Rank(user, _top, _workspace);
        var basket = truth.Basket(position);
        var repeats = SplitTruth(user, basket);
        for (var place = 0; place < count; place++)
        {
            var item = _top[place].Item;
            Distinct.Add(item, place + 1);
            list[place] = item;
            _hits[place] = _known.Contains(item);
            _repeatHits[place] = _hits[place] && _bought.Contains(item);
            _exploreHits[place] = _hits[place] && !_repeatHits[place];
        }

        for (var i = 0; i < cutoffs.Count; i++)
        {
            outcomes[i] = Measure(count, basket.Length, repeats, cutoffs[i]);
        }
    }

    private static double RecallOrNone(ReadOnlySpan<bool> hits, int truthSize, int k) =>
        truthSize == 0 ? double.NaN : BasketMetrics.Recall(hits, truthSize, k);

    private UserOutcome Measure(int count, int truthSize, int repeats, int k) => new(
        BasketMetrics.Recall(_hits.AsSpan(0, count), truthSize, k),
        BasketMetrics.Ndcg(_hits.AsSpan(0, count), truthSize, k),
        BasketMetrics.NdcgCapped(_hits.AsSpan(0, count), truthSize, k),
        BasketMetrics.HitRate(_hits.AsSpan(0, count), truthSize, k),
        RecallOrNone(_repeatHits.AsSpan(0, count), repeats, k),
        RecallOrNone(_exploreHits.AsSpan(0, count), truthSize - repeats, k));

    /// <returns>How many products of the truth basket the user bought before.</returns>
    private int SplitTruth(int user, ReadOnlySpan<long> basket)
    {
        _bought.Clear();
        foreach (var item in histories.Purchases(user))
        {
            _bought.Add(item);
        }

        _known.Clear();
        var repeats = 0;
        foreach (var product in basket)
        {
            var item = histories.Products.IndexOf(product);
            if (item >= 0)
            {
                _known.Add(item);
                repeats += _bought.Contains(item) ? 1 : 0;
            }
        }

        return repeats;
    }
}
