namespace Recommender.Ranking.Tuning;

/// <summary>How thoroughly a rung tries settings.</summary>
/// <param name="Folds">Inner folds, of <see cref="InnerFolds.Count"/>, that are held out in turn and validated on.</param>
/// <param name="Share">Share of the other fit users that are learnt from, and of the rows that there may be, above 0 to 1.</param>
internal sealed record Rung(int Folds, double Share)
{
    /// <summary>The rungs from the quickest to the most thorough.</summary>
    public static IReadOnlyList<Rung> All { get; } = [new(1, 0.25), new(2, 0.5), new(InnerFolds.Count, 1)];
}
