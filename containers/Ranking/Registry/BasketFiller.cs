using Recommender.Ranking.Baskets;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Registry;

/// <summary>Predicts the basket of one user after another: one thread's own.</summary>
internal sealed class BasketFiller
{
    private readonly PairScores _scores = new();
    private readonly BasketSelector _selector = new();
    private readonly BasketPairs _pairs = new();

    /// <summary>Predicts a user's basket.</summary>
    /// <param name="user">Index of the user.</param>
    /// <param name="scorer">Gives probabilities.</param>
    /// <param name="workspace">The calling thread's scratch memory.</param>
    public PredictedBasket Fill(int user, IPairScorer scorer, RankingWorkspace workspace)
    {
        scorer.Score(user, _scores, workspace);
        _pairs.Clear();
        for (var pair = 0; pair < _scores.Count; pair++)
        {
            _pairs.Add(_scores.Scores[pair], _scores.Items[pair]);
        }

        _pairs.Sort();
        var items = new int[_selector.Select(_pairs.Probabilities, out var expected)];
        for (var place = 0; place < items.Length; place++)
        {
            items[place] = _pairs.Item(place);
        }

        return new PredictedBasket(user, items, _pairs.Probabilities[..items.Length].ToArray(), expected);
    }
}
