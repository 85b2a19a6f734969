namespace Recommender.Ranking.Evaluation;

/// <summary>One ranker's metrics.</summary>
/// <param name="Name">The ranker.</param>
/// <param name="Metrics">One entry per cutoff, ascending.</param>
internal sealed record RankerReport(string Name, IReadOnlyList<CutoffMetrics> Metrics)
{
    /// <summary>By user, in order of their ids, and by cutoff within a user: what <see cref="Metrics"/> are means of.</summary>
    public required IReadOnlyList<UserOutcome> Outcomes { get; init; }

    /// <summary>The lists, by user.</summary>
    public required RankedLists Lists { get; init; }

    /// <summary>One metric by user at a cutoff, such as <c>outcome => outcome.Recall</c>; NaN for users whom it does not count.</summary>
    /// <exception cref="ArgumentException">The evaluation had no such cutoff.</exception>
    public double[] ByUser(int k, Func<UserOutcome, double> metric)
    {
        var index = Metrics.ToList().IndexOf(At(k));
        return [.. Enumerable.Range(0, Outcomes.Count / Metrics.Count).Select(user => metric(Outcomes[(user * Metrics.Count) + index]))];
    }

    /// <summary>The metrics at a cutoff of the evaluation.</summary>
    /// <exception cref="ArgumentException">The evaluation had no such cutoff.</exception>
    public CutoffMetrics At(int k) =>
        Metrics.FirstOrDefault(metrics => metrics.K == k)
        ?? throw new ArgumentException(
            $"No metrics at {k}; there are those at {string.Join(", ", Metrics.Select(metrics => metrics.K))}.", nameof(k));
}
