using Recommender.Ranking.Baskets;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Learning;

/// <summary>Calibrates a model on baskets that it was not trained on.</summary>
internal static class HeldOutCalibration
{
    /// <summary>Fits the calibration, and measures log loss with it.</summary>
    /// <param name="model">The model, not calibrated.</param>
    /// <param name="rows">Makes the features.</param>
    /// <param name="targets">The held-out baskets.</param>
    /// <param name="binned">Their rows, with labels and weights.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static (ProbabilityCalibration Calibration, double LogLoss) Fit(
        RankerModel model, TrainingRows rows, CountedTargets targets, TreeRows binned, CancellationToken cancellation)
    {
        var margins = rows.Margins(targets, model, cancellation);
        var calibration = ProbabilityCalibration.Fit(margins, binned.Labels, binned.Weights);
        var (loss, weights) = (0.0, 0.0);
        for (var row = 0; row < margins.Length; row++)
        {
            var probability = calibration.Apply(margins[row]);
            loss -= binned.Weights[row] * Math.Log(binned.Labels[row] > 0 ? probability : 1 - probability);
            weights += binned.Weights[row];
        }

        return (calibration, loss / weights);
    }
}
