using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Evaluation;

/// <summary>
/// Measures rankers against truth baskets. Users are ranked in parallel; sums are taken over the users in order of their
/// ids, so that a report is the same to the last bit for any number of threads.
/// </summary>
internal sealed class Evaluator
{
    private const int UsersPerRange = 64;

    private readonly UserHistories _histories;
    private readonly TruthBaskets _truth;
    private readonly EvaluationOptions _options;

    /// <summary>An evaluator over the users of <paramref name="truth"/>; one without history is ranked as an unknown user.</summary>
    /// <exception cref="ArgumentException">The options have faults, or there is no truth basket.</exception>
    public Evaluator(UserHistories histories, TruthBaskets truth, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(truth);
        (_histories, _truth, _options) = (histories, truth, options ?? new EvaluationOptions());
        _options.Validate();
        if (truth.Count == 0)
        {
            throw new ArgumentException("There is no truth basket to evaluate with.", nameof(truth));
        }
    }

    /// <summary>Evaluates rankers over the same histories.</summary>
    /// <exception cref="ArgumentException">Two rankers have one name.</exception>
    public EvaluationReport Evaluate(IReadOnlyList<IRanker> rankers, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rankers);
        var repeated = rankers.GroupBy(ranker => ranker.Name).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null)
        {
            throw new ArgumentException($"{repeated.Count()} rankers are named '{repeated.Key}'.", nameof(rankers));
        }

        return new EvaluationReport(
            _truth.Count, _histories.Products.Count, [.. rankers.Select(ranker => Evaluate(ranker, cancellation))]);
    }

    private RankerReport Evaluate(IRanker ranker, CancellationToken cancellation)
    {
        var cutoffs = _options.Cutoffs;
        var outcomes = new UserOutcome[_truth.Count * cutoffs.Count];
        var lists = new RankedLists(_truth.Count, cutoffs[^1]);
        var distinct = new DistinctItems(_histories.Products.Count);
        ParallelRanges.Run(
            _truth.Count, UsersPerRange, _options.Threads, () => new EvaluationWorker(_histories, _truth, cutoffs),
            (first, end, worker) =>
            {
                for (var position = first; position < end; position++)
                {
                    worker.Evaluate(ranker, position, outcomes.AsSpan(position * cutoffs.Count, cutoffs.Count), lists.Room(position));
                }
            },
            cancellation,
            worker => distinct.Merge(worker.Distinct));
        return new RankerReport(ranker.Name, [.. cutoffs.Select((k, index) => Summarise(k, index, outcomes, distinct.Within(k)))])
        {
            Outcomes = outcomes,
            Lists = lists,
        };
    }

    private CutoffMetrics Summarise(int k, int index, UserOutcome[] outcomes, int distinctItems)
    {
        (double Mean, int Users) Mean(Func<UserOutcome, double> metric)
        {
            var (sum, users) = (0.0, 0);
            for (var i = index; i < outcomes.Length; i += _options.Cutoffs.Count)
            {
                var value = metric(outcomes[i]);
                if (!double.IsNaN(value))
                {
                    (sum, users) = (sum + value, users + 1);
                }
            }

            return (users == 0 ? 0 : sum / users, users);
        }

        var repeat = Mean(outcome => outcome.RepeatRecall);
        var explore = Mean(outcome => outcome.ExploreRecall);
        return new CutoffMetrics
        {
            K = k,
            Recall = Mean(outcome => outcome.Recall).Mean,
            Ndcg = Mean(outcome => outcome.Ndcg).Mean,
            NdcgCapped = Mean(outcome => outcome.NdcgCapped).Mean,
            HitRate = Mean(outcome => outcome.HitRate).Mean,
            RepeatRecall = repeat.Mean,
            RepeatUsers = repeat.Users,
            ExploreRecall = explore.Mean,
            ExploreUsers = explore.Users,
            DistinctItems = distinctItems,
            Coverage = _histories.Products.Count == 0 ? 0 : (double)distinctItems / _histories.Products.Count,
        };
    }
}
