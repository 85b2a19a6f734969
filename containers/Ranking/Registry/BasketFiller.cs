using Recommender.Ranking.Baskets;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Registry;

/// <summary>Predicts the basket of one user after another: one thread's own.</summary>
internal sealed class BasketFiller
{
    private readonly PairScores _scores = new();
    private readonly BasketSelector _selector = new();
    private (double Probability, int Item)[] _pairs = [];
    private double[] _probabilities = [];

    /// <summary>Predicts a user's basket.</summary>
    /// <param name="user">Index of the user.</param>
    /// <param name="scorer">Gives probabilities.</param>
    /// <param name="workspace">The calling thread's scratch memory.</param>
    public PredictedBasket Fill(int user, IPairScorer scorer, RankingWorkspace workspace)
    {
        scorer.Score(user, _scores, workspace);
        var count = _scores.Count;
        if (_pairs.Length < count)
        {
            (_pairs, _probabilities) = (new (double, int)[count * 2], new double[count * 2]);
        }

        var pairs = _pairs.AsSpan(0, count);
        for (var pair = 0; pair < count; pair++)
        {
            pairs[pair] = (_scores.Scores[pair], _scores.Items[pair]);
        }

        pairs.Sort(static (one, other) => one.Probability == other.Probability ? one.Item.CompareTo(other.Item) : other.Probability.CompareTo(one.Probability));
        for (var place = 0; place < count; place++)
        {
            _probabilities[place] = pairs[place].Probability;
        }

        var taken = _selector.Select(_probabilities.AsSpan(0, count), out var expected);
        var items = new int[taken];
        for (var place = 0; place < taken; place++)
        {
            items[place] = pairs[place].Item;
        }

        return new PredictedBasket(user, items, _probabilities[..taken], expected);
    }
}
