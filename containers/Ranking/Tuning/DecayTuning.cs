using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Tuning;

/// <summary>Picks the settings of <see cref="DecayedFrequencyRanker"/> by trying a grid on fit users.</summary>
internal static class DecayTuning
{
    /// <summary>
    /// Tries every combination and takes the one with the highest NDCG at the first cutoff, then recall there; of equal ones
    /// the first of the grid. Deterministic for any number of threads.
    /// </summary>
    /// <param name="histories">Histories of the fit users; others may be in them.</param>
    /// <param name="fitTruth">Truth baskets of the fit users only: nothing of the test users may be in it.</param>
    /// <param name="grid">What to try; null for the default grid.</param>
    /// <param name="options">Cutoffs and threads; null for k = 10.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="ArgumentException">Grid, settings or options have faults, or there is no truth basket.</exception>
    public static DecayTuningResult Search(
        UserHistories histories, TruthBaskets fitTruth, DecayGrid? grid = null, EvaluationOptions? options = null,
        CancellationToken cancellation = default)
    {
        grid ??= new DecayGrid();
        grid.Validate();
        var evaluator = new Evaluator(histories, fitTruth, options ?? new EvaluationOptions { Cutoffs = [10] });
        var combinations =
            from groups in grid.Groups
            from basketDecay in grid.BasketDecays
            from groupDecay in grid.GroupDecays
            select new DecaySettings { Groups = groups, BasketDecay = basketDecay, GroupDecay = groupDecay };
        var trials = combinations.Select(settings => Try(settings)).ToArray();
        var best = trials.OrderByDescending(trial => trial.Metrics.Ndcg).ThenByDescending(trial => trial.Metrics.Recall).First();
        return new DecayTuningResult(best.Settings, trials);

        DecayTrial Try(DecaySettings settings)
        {
            var report = evaluator.Evaluate([new DecayedFrequencyRanker(histories, settings)], cancellation);
            return new DecayTrial(settings, report.Rankers[0].Metrics[0]);
        }
    }
}
