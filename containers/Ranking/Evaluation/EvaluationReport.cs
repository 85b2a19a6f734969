namespace Recommender.Ranking.Evaluation;

/// <summary>What an evaluation found.</summary>
/// <param name="Users">Evaluated users: those with a truth basket.</param>
/// <param name="CatalogueSize">Products that could be recommended.</param>
/// <param name="Rankers">One entry per ranker, as given.</param>
internal sealed record EvaluationReport(int Users, int CatalogueSize, IReadOnlyList<RankerReport> Rankers)
{
    /// <summary>The entry of a ranker.</summary>
    /// <exception cref="ArgumentException">The evaluation had no such ranker.</exception>
    public RankerReport Of(string ranker) =>
        Rankers.FirstOrDefault(report => report.Name == ranker)
        ?? throw new ArgumentException(
            $"No ranker '{ranker}'; there are {string.Join(", ", Rankers.Select(report => report.Name))}.", nameof(ranker));

    /// <summary>One ranker beside another in a metric such as <c>outcome => outcome.Recall</c>, over the users whom it counts.</summary>
    /// <exception cref="ArgumentException">There is no such ranker or cutoff, or fewer than <see cref="BootstrapOptions.LeastUsers"/> users count.</exception>
    public PairedComparison Compare(string ours, string theirs, int k, Func<UserOutcome, double> metric, BootstrapOptions? options = null) =>
        PairedComparison.Of(Of(ours).ByUser(k, metric), Of(theirs).ByUser(k, metric), options);
}
