namespace Recommender.Infra.Observability.Charts;

/// <summary>A chart of the dashboard.</summary>
/// <param name="Title">Its title, with the unit.</param>
/// <param name="Metrics">What it shows.</param>
internal sealed record Chart(string Title, params IReadOnlyList<Metric> Metrics)
{
    /// <summary>Seconds that make one point; 300 by default.</summary>
    public int PeriodSeconds { get; init; } = 300;

    /// <summary>Hours of which one number per metric is shown; null for lines over the time that the dashboard shows.</summary>
    public int? OneNumberOverHours { get; init; }

    /// <summary>A value past which an alarm goes off, drawn as a line; null for none.</summary>
    public double? Threshold { get; init; }

    /// <summary>Width in the dashboard's 24 columns; 8 by default.</summary>
    public int Width { get; init; } = 8;
}
