using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;

namespace Recommender.Ranking.Steps;

/// <summary>Puts predicted probabilities beside what came, for the histories of the test users.</summary>
/// <param name="loader">Loads the history, in which the last baskets are not.</param>
/// <param name="quality">Measures.</param>
public sealed class CalibrationStep(ShopHistoryLoader loader, QualityLoader quality)
    : ScoringStep(loader, RankingTables.Calibration, $"calibration 1, {QualityLoader.Settings}")
{
    /// <inheritdoc/>
    private protected override void Compute(ShopHistory shop, DuckDbAppender rows, StepContext context, CancellationToken cancellationToken)
    {
        foreach (var bin in quality.LoadCalibration(shop, context, cancellationToken))
        {
            rows.AppendRow(bin.Model, bin.Bin, bin.Predicted, bin.Observed, bin.Range.Low, bin.Range.High, (long)bin.Pairs);
        }
    }
}
