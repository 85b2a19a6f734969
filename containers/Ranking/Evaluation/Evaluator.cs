using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Evaluation;

/// <summary>
/// Measures rankers against truth baskets. Users are ranked in parallel; sums are taken over the users in order of their
/// ids, so that a report is the same to the last bit for any number of threads.
/// </summary>
public sealed class Evaluator
{
    private const int UsersPerRange = 64;

    private readonly UserHistories histories;
    private readonly TruthBaskets truth;
    private readonly EvaluationOptions options;

    /// <summary>An evaluator over the users of <paramref name="truth"/>; one without history is ranked as an unknown user.</summary>
    /// <exception cref="ArgumentException">The options have faults, or there is no truth basket.</exception>
    public Evaluator(UserHistories histories, TruthBaskets truth, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(truth);
        (this.histories, this.truth, this.options) = (histories, truth, options ?? new EvaluationOptions());
        this.options.Validate();
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
            truth.Count, histories.Products.Count, [.. rankers.Select(ranker => Evaluate(ranker, cancellation))]);
    }

    private RankerReport Evaluate(IRanker ranker, CancellationToken cancellation)
    {
        var cutoffs = options.Cutoffs;
        var outcomes = new UserOutcome[truth.Count * cutoffs.Count];
        var workers = ParallelRanges.Run(
            truth.Count, UsersPerRange, options.Threads, () => new EvaluationWorker(histories, truth, cutoffs),
            (first, end, worker) =>
            {
                for (var position = first; position < end; position++)
                {
                    worker.Evaluate(ranker, position, outcomes.AsSpan(position * cutoffs.Count, cutoffs.Count));
                }
            },
            cancellation);
        var distinct = new DistinctItems(histories.Products.Count);
        foreach (var worker in workers)
        {
            distinct.Merge(worker.Distinct);
        }

        return new RankerReport(ranker.Name, [.. cutoffs.Select((k, index) => Summarise(k, index, outcomes, distinct.Within(k)))]);
    }

    private CutoffMetrics Summarise(int k, int index, UserOutcome[] outcomes, int distinctItems)
    {
        var ofCutoff = Enumerable.Range(0, truth.Count).Select(user => outcomes[(user * options.Cutoffs.Count) + index]);
        var repeat = ofCutoff.Select(outcome => outcome.RepeatRecall).Where(double.IsFinite).ToArray();
        var explore = ofCutoff.Select(outcome => outcome.ExploreRecall).Where(double.IsFinite).ToArray();
        return new CutoffMetrics
        {
            K = k,
            Recall = ofCutoff.Average(outcome => outcome.Recall),
            Ndcg = ofCutoff.Average(outcome => outcome.Ndcg),
            NdcgCapped = ofCutoff.Average(outcome => outcome.NdcgCapped),
            HitRate = ofCutoff.Average(outcome => outcome.HitRate),
            RepeatRecall = repeat.DefaultIfEmpty().Average(),
            RepeatUsers = repeat.Length,
            ExploreRecall = explore.DefaultIfEmpty().Average(),
            ExploreUsers = explore.Length,
            DistinctItems = distinctItems,
            Coverage = histories.Products.Count == 0 ? 0 : (double)distinctItems / histories.Products.Count,
        };
    }
}
