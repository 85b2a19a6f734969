using Recommender.Ranking.Baskets;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Evaluation;

/// <summary>One thread's part of a <see cref="PairEvaluator"/>.</summary>
internal sealed class PairWorker(UserHistories histories, TruthBaskets truth, IPairScorer scorer)
{
    private readonly RankingWorkspace _workspace = new(histories);
    private readonly PairScores _scores = new();
    private readonly BasketPairs _pairs = new();
    private readonly BasketSelector _selector = new();
    private readonly HashSet<int> _truth = [];

    /// <summary>Evaluates the users at positions first … end − 1.</summary>
    public PairRange Evaluate(int first, int end)
    {
        var range = new PairRange();
        for (var position = first; position < end; position++)
        {
            Evaluate(position, range);
        }

        return range;
    }

    private void Evaluate(int position, PairRange range)
    {
        var user = histories.Users.IndexOf(truth.UserId(position));
        CollectTruth(position);
        scorer.Score(user, _scores, _workspace);
        _pairs.Clear();
        var (found, reordered) = (0, 0);
        for (var i = 0; i < _scores.Count; i++)
        {
            var isRight = _truth.Contains(_scores.Items[i]);
            found += isRight ? 1 : 0;
            if (_scores.Bought[i])
            {
                range.Scores.Add(Checked(_scores.Scores[i], position));
                range.Outcomes.Add(isRight);
                range.Users.Add(position);
                _pairs.Add(_scores.Scores[i], _scores.Items[i]);
                reordered += isRight ? 1 : 0;
            }
        }

        range.CandidateRecall.Add((double)found / truth.Basket(position).Length);
        range.F1.Add(_pairs.Count == 0 || !scorer.IsProbability ? double.NaN : F1(reordered));
    }

    private void CollectTruth(int position)
    {
        _truth.Clear();
        foreach (var product in truth.Basket(position))
        {
            var item = histories.Products.IndexOf(product);
            if (item >= 0)
            {
                _truth.Add(item);
            }
        }
    }

    private double F1(int reordered)
    {
        _pairs.Sort();
        var choice = _selector.Choose(_pairs.Probabilities, noneBesideProducts: true);
        var right = 0;
        for (var place = 0; place < choice.Products; place++)
        {
            right += _truth.Contains(_pairs.Item(place)) ? 1 : 0;
        }

        return KaggleF1.Of(right, choice.Products, choice.None, reordered);
    }

    private double Checked(double score, int position)
    {
        if (!double.IsFinite(score) || (scorer.IsProbability && score is < 0 or > 1))
        {
            throw new InvalidOperationException(
                $"{scorer.Name} gives user {truth.UserId(position)} a score of {score}; it must be {(scorer.IsProbability ? "from 0 to 1" : "finite")}.");
        }

        return score;
    }
}
