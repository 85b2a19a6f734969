namespace Recommender.Ranking.Evaluation;

/// <summary>Options of <see cref="QualityEvaluation"/>.</summary>
internal sealed record QualityOptions
{
    /// <summary>The k of all metrics of lists. Default 10 and 20.</summary>
    public IReadOnlyList<int> Cutoffs { get; init; } = [10, 20];

    /// <summary>Further k, at which recall over all users is measured, for a curve. Default 1, 2, 3, 5, 7 and 15.</summary>
    public IReadOnlyList<int> CurveCutoffs { get; init; } = [1, 2, 3, 5, 7, 15];

    /// <summary>How intervals and tests are made, and the threads for everything.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();
}
