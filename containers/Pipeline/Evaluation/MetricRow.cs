namespace Recommender.Pipeline.Evaluation;

/// <summary>A row of <c>ml.evaluation</c>: one ranker at one cutoff.</summary>
internal sealed record MetricRow
{
    /// <summary>The ranker.</summary>
    public required string Model { get; init; }

    /// <summary>The cutoff.</summary>
    public required int K { get; init; }

    /// <summary>Test users.</summary>
    public required long Users { get; init; }

    /// <summary>Users with a repeated product in their basket.</summary>
    public required long RepeatUsers { get; init; }

    /// <summary>Users with a new product in their basket.</summary>
    public required long ExploreUsers { get; init; }

    /// <summary>Different products in the lists.</summary>
    public required long DistinctProducts { get; init; }

    /// <summary>The metrics by name (<see cref="Recommender.Ranking.Steps.RankingTables.Metrics"/>), each 0 to 1.</summary>
    public required IReadOnlyDictionary<string, double> Values { get; init; }
}
