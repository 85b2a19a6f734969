using System.Globalization;
using Recommender.Pipeline.Console;
using Recommender.Ranking.Evaluation;

namespace Recommender.Pipeline.Evaluation;

/// <summary>Metrics as people read them.</summary>
internal static class MetricText
{
    /// <summary>A value with as many decimals as its kind needs.</summary>
    public static string Value(MetricRow row) => Value(row.Metric, row.Value);

    /// <summary>A value with as many decimals as its kind needs.</summary>
    public static string Value(string metric, double value) => metric switch
    {
        EvaluationMetrics.DistinctProducts => HumanText.Count((long)Math.Round(value)),
        EvaluationMetrics.Novelty or EvaluationMetrics.PopularityBias => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => HumanText.Metric(value),
    };

    /// <summary>Half the interval, <c>±0.031</c>; empty where there is none.</summary>
    public static string Margin(MetricRow row) => row.Margin switch
    {
        null => "",
        var margin when row.Metric == EvaluationMetrics.DistinctProducts => $"±{HumanText.Count((long)Math.Round(margin.Value))}",
        var margin when row.Metric is EvaluationMetrics.Novelty or EvaluationMetrics.PopularityBias => string.Create(CultureInfo.InvariantCulture, $"±{margin.Value:0.00}"),
        var margin => string.Create(CultureInfo.InvariantCulture, $"±{margin.Value:0.000}"),
    };

    /// <summary>▼ or ▲ where the value is below or above the published one's beyond noise, else a space.</summary>
    public static string Mark(MetricRow row) => row.Beyond switch { < 0 => "▼", > 0 => "▲", _ => " " };

    /// <summary>A cell of a table: <c>0.3521 ±0.031 ▼</c>.</summary>
    public static string Cell(MetricRow? row) => row is null ? "–  " : $"{$"{Value(row)} {Margin(row)}".TrimEnd()} {Mark(row)}";
}
