using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Baskets;

/// <summary>Another scorer's scores, made probabilities. The name stays: the order is the same.</summary>
/// <param name="scorer">Whose scores.</param>
/// <param name="calibration">Fitted to scores of it.</param>
internal sealed class CalibratedScorer(IPairScorer scorer, ProbabilityCalibration calibration) : IPairScorer
{
    private readonly Func<double, double> _apply = calibration.Apply;

    /// <inheritdoc/>
    public string Name => scorer.Name;

    /// <inheritdoc/>
    public bool IsProbability => true;

    /// <inheritdoc/>
    public void Score(int user, PairScores scores, RankingWorkspace workspace)
    {
        scorer.Score(user, scores, workspace);
        scores.Map(_apply);
    }
}
