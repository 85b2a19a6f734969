namespace Recommender.Ranking.Evaluation;

/// <summary>A ranker's metrics over the first K items of its lists: means over the evaluated users unless said otherwise.</summary>
internal sealed record CutoffMetrics
{
    /// <summary>k.</summary>
    public required int K { get; init; }

    /// <summary>Recall@k.</summary>
    public required double Recall { get; init; }

    /// <summary>NDCG@k, the ideal not capped at k.</summary>
    public required double Ndcg { get; init; }

    /// <summary>NDCG@k, the ideal capped at min(k, |T|).</summary>
    public required double NdcgCapped { get; init; }

    /// <summary>PHR@k: share of users with any hit.</summary>
    public required double HitRate { get; init; }

    /// <summary>Recall of the products that the user bought before, over <see cref="RepeatUsers"/>; 0 where there are none.</summary>
    public required double RepeatRecall { get; init; }

    /// <summary>Users whose truth has products that they bought before.</summary>
    public required int RepeatUsers { get; init; }

    /// <summary>
    /// Recall of the products that the user never bought before, over <see cref="ExploreUsers"/>; 0 where there are none.
    /// </summary>
    public required double ExploreRecall { get; init; }

    /// <summary>Users whose truth has products that they never bought before.</summary>
    public required int ExploreUsers { get; init; }

    /// <summary>Different products in the lists.</summary>
    public required int DistinctItems { get; init; }

    /// <summary>Share of the catalogue that is in any list.</summary>
    public required double Coverage { get; init; }
}
