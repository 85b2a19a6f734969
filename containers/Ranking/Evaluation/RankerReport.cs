namespace Recommender.Ranking.Evaluation;

/// <summary>One ranker's metrics.</summary>
/// <param name="Name">The ranker.</param>
/// <param name="Metrics">One entry per cutoff, ascending.</param>
internal sealed record RankerReport(string Name, IReadOnlyList<CutoffMetrics> Metrics)
{
    /// <summary>The metrics at a cutoff of the evaluation.</summary>
    /// <exception cref="ArgumentException">The evaluation had no such cutoff.</exception>
    public CutoffMetrics At(int k) =>
        Metrics.FirstOrDefault(metrics => metrics.K == k)
        ?? throw new ArgumentException(
            $"No metrics at {k}; there are those at {string.Join(", ", Metrics.Select(metrics => metrics.K))}.", nameof(k));
}
