namespace Recommender.Pipeline.Evaluation;

/// <summary>A row of <c>ml.evaluation</c>: one metric of one ranker over one segment of the test users.</summary>
internal sealed record MetricRow
{
    /// <summary>The ranker or scorer.</summary>
    public required string Model { get; init; }

    /// <summary>Whether it is the published one.</summary>
    public required bool Published { get; init; }

    /// <summary>The segment.</summary>
    public required string Segment { get; init; }

    /// <summary>The metric.</summary>
    public required string Metric { get; init; }

    /// <summary>The cutoff; 0 for none.</summary>
    public required int K { get; init; }

    /// <summary>Users it is over.</summary>
    public required long Users { get; init; }

    /// <summary>Its value.</summary>
    public required double Value { get; init; }

    /// <summary>Lower end of its interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of it.</summary>
    public double? High { get; init; }

    /// <summary>The published one's value minus this.</summary>
    public double? Lift { get; init; }

    /// <summary>Lower end of the lift's interval.</summary>
    public double? LiftLow { get; init; }

    /// <summary>Upper end of it.</summary>
    public double? LiftHigh { get; init; }

    /// <summary>Of the lift.</summary>
    public double? PValue { get; init; }

    /// <summary>1 where this is greater than the published one's beyond noise, −1 where it is smaller, 0 where there is no telling.</summary>
    public int Beyond => LiftHigh < 0 ? 1 : LiftLow > 0 ? -1 : 0;

    /// <summary>Half of the interval's width.</summary>
    public double? Margin => (High - Low) / 2;
}
