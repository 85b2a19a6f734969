using Recommender.Ranking.Baskets;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Evaluation;

/// <summary>One thread's part of a <see cref="PairEvaluator"/>.</summary>
internal sealed class PairWorker(UserHistories histories, TruthBaskets truth, IPairScorer scorer)
{
    private readonly RankingWorkspace _workspace = new(histories);
    private readonly PairScores _scores = new();
    private readonly BasketSelector _selector = new();
    private readonly HashSet<int> _truth = [];
    private double[] _probabilities = [];
    private bool[] _right = [];

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
        var before = range.Scores.Count;
        CollectTruth(position);
        scorer.Score(user, _scores, _workspace);
        var found = 0;
        for (var i = 0; i < _scores.Count; i++)
        {
            found += _truth.Contains(_scores.Items[i]) ? 1 : 0;
            if (_scores.Bought[i])
            {
                range.Scores.Add(Checked(_scores.Scores[i], position));
                range.Outcomes.Add(_truth.Contains(_scores.Items[i]));
                range.Users.Add(position);
            }
        }

        range.CandidateRecall.Add((double)found / truth.Basket(position).Length);
        var pairs = range.Scores.Count - before;
        range.F1.Add(pairs == 0 || !scorer.IsProbability ? double.NaN : F1(range, before, pairs));
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

    private double F1(PairRange range, int first, int pairs)
    {
        if (_probabilities.Length < pairs)
        {
            (_probabilities, _right) = (new double[pairs * 2], new bool[pairs * 2]);
        }

        // Ascending by the negative probability; of equal ones, in the order of the items.
        for (var i = 0; i < pairs; i++)
        {
            (_probabilities[i], _right[i]) = (-range.Scores[first + i], range.Outcomes[first + i]);
        }

        var probabilities = _probabilities.AsSpan(0, pairs);
        var right = _right.AsSpan(0, pairs);
        probabilities.Sort(right);
        foreach (ref var probability in probabilities)
        {
            probability = -probability;
        }

        var choice = _selector.Choose(probabilities, noneBesideProducts: true);
        return KaggleF1.Of(right[..choice.Products].Count(true), choice.Products, choice.None, right.Count(true));
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
