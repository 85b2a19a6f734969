using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;

namespace Recommender.Ranking.Steps;

/// <summary>Measures the rankers on the known last baskets of the test users.</summary>
/// <param name="loader">Loads the history, in which those baskets are not.</param>
/// <param name="quality">Measures.</param>
public sealed class EvaluationStep(ShopHistoryLoader loader, QualityLoader quality)
    : ScoringStep(loader, RankingTables.Evaluation, $"evaluation 2, {QualityLoader.Settings}")
{
    /// <inheritdoc/>
    private protected override void Compute(ShopHistory shop, DuckDbAppender rows, StepContext context, CancellationToken cancellationToken)
    {
        foreach (var estimate in quality.Load(shop, context, cancellationToken).Estimates)
        {
            rows.AppendRow(
                estimate.Model, estimate.IsPublished, estimate.Segment, estimate.Metric, estimate.K, (long)estimate.Users, estimate.Value,
                estimate.Range?.Low, estimate.Range?.High, estimate.Lift, estimate.LiftRange?.Low, estimate.LiftRange?.High, estimate.PValue);
        }
    }
}
