namespace Recommender.Ranking.Evaluation;

/// <summary>A metric of one model over the users of one segment, how sure it is, and what the published ranker adds to it.</summary>
internal sealed record MetricEstimate
{
    /// <summary>The ranker or scorer.</summary>
    public required string Model { get; init; }

    /// <summary>Whether it is what the others are compared with.</summary>
    public required bool IsPublished { get; init; }

    /// <summary>The segment's name.</summary>
    public required string Segment { get; init; }

    /// <summary>The metric's name.</summary>
    public required string Metric { get; init; }

    /// <summary>The cutoff; 0 for a metric without one.</summary>
    public required int K { get; init; }

    /// <summary>Users it is over.</summary>
    public required int Users { get; init; }

    /// <summary>Its value.</summary>
    public required double Value { get; init; }

    /// <summary>Its confidence interval; null with fewer than <see cref="BootstrapOptions.LeastUsers"/> users.</summary>
    public Interval? Range { get; init; }

    /// <summary>The published ranker's value minus this one; null where that has none.</summary>
    public double? Lift { get; init; }

    /// <summary>The confidence interval of the lift, over the same draws of users; null where <see cref="Range"/> or <see cref="Lift"/> is.</summary>
    public Interval? LiftRange { get; init; }

    /// <summary>Two-sided, that the lift is 0; null where <see cref="LiftRange"/> is, and 1 beside itself.</summary>
    public double? PValue { get; init; }
}
