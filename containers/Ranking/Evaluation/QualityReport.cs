namespace Recommender.Ranking.Evaluation;

/// <summary>What <see cref="QualityEvaluation"/> found.</summary>
/// <param name="Users">Test users.</param>
/// <param name="Estimates">Every metric of every model over every segment that has anybody who counts.</param>
/// <param name="Calibration">The calibration curve of every scorer of probabilities, over all users.</param>
internal sealed record QualityReport(int Users, IReadOnlyList<MetricEstimate> Estimates, IReadOnlyList<CalibrationBin> Calibration)
{
    /// <summary>One estimate over all users, or over a segment; null where there is none.</summary>
    public MetricEstimate? Find(string model, string metric, int k = 0, string segment = UserSegment.All) =>
        Estimates.FirstOrDefault(estimate => estimate.Model == model && estimate.Metric == metric && estimate.K == k && estimate.Segment == segment);
}
