namespace Recommender.Infra.Observability.Alarms;

/// <summary>When people must hear of something, and what they should do first.</summary>
/// <param name="Name">The end of the alarm's name, such as <c>pipeline-failed</c>.</param>
/// <param name="Meaning">What has happened, in one sentence.</param>
/// <param name="First">What to do first.</param>
internal sealed record AlarmRule(string Name, string Meaning, string First)
{
    /// <summary>The seconds of a day.</summary>
    public const int Day = 24 * Hour;

    /// <summary>The seconds of an hour.</summary>
    public const int Hour = 60 * 60;

    /// <summary>The metrics; several are put together by <see cref="Expression"/>.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>Metric math over the metrics, which are called m1, m2 and so on; null for the one metric as it is.</summary>
    public string? Expression { get; init; }

    /// <summary>Whether the alarm goes off below the threshold; above it by default.</summary>
    public bool Below { get; init; }

    /// <summary>The threshold, in the metric's unit.</summary>
    public required double Threshold { get; init; }

    /// <summary>Seconds that make one value; 300 by default.</summary>
    public int PeriodSeconds { get; init; } = 300;

    /// <summary>Values in a row past the threshold that set the alarm off; 1 by default.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>What it means when there is no value.</summary>
    public required MissingData Missing { get; init; }
}
