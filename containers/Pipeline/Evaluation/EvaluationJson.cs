using System.Text.Json;
using Recommender.Pipeline.Console;
using Recommender.Ranking.Evaluation;

namespace Recommender.Pipeline.Evaluation;

/// <summary>Evaluations as JSON.</summary>
internal static class EvaluationJson
{
    /// <summary>The member <c>metrics</c>: users, and by model each metric over all users, as <c>recall@10</c> or <c>auc</c>.</summary>
    public static void WriteSummary(Utf8JsonWriter json, IReadOnlyList<MetricRow> rows)
    {
        var view = new EvaluationView(rows);
        long Users(string metric) => view.Whole(metric).Select(row => row.Users).DefaultIfEmpty(0).Max();
        json.WriteStartObject("metrics");
        json.WriteNumber("users", view.Users);
        json.WriteNumber("repeat_users", Users(EvaluationMetrics.RepeatRecall));
        json.WriteNumber("explore_users", Users(EvaluationMetrics.ExploreRecall));
        json.WriteStartObject("models");
        foreach (var model in rows.Where(row => row.Segment == UserSegment.All).GroupBy(row => row.Model))
        {
            json.WriteStartObject(model.Key);
            foreach (var row in model)
            {
                json.WriteNumber(row.K == 0 ? row.Metric : $"{row.Metric}@{row.K}", row.Value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The members <c>estimates</c> and <c>calibration</c>: all rows of both tables.</summary>
    public static void WriteRows(Utf8JsonWriter json, IReadOnlyList<MetricRow> rows, IReadOnlyList<CalibrationRow> calibration)
    {
        json.Array("estimates", rows, row =>
        {
            json.WriteString("model", row.Model);
            json.WriteBoolean("published", row.Published);
            json.WriteString("segment", row.Segment);
            json.WriteString("metric", row.Metric);
            json.WriteNumber("k", row.K);
            json.WriteNumber("users", row.Users);
            json.WriteNumber("value", row.Value);
            Number(json, "low", row.Low);
            Number(json, "high", row.High);
            Number(json, "lift", row.Lift);
            Number(json, "lift_low", row.LiftLow);
            Number(json, "lift_high", row.LiftHigh);
            Number(json, "p_value", row.PValue);
        });
        json.Array("calibration", calibration, bin =>
        {
            json.WriteString("model", bin.Model);
            json.WriteNumber("bin", bin.Bin);
            json.WriteNumber("predicted", bin.Predicted);
            json.WriteNumber("observed", bin.Observed);
            json.WriteNumber("low", bin.Low);
            json.WriteNumber("high", bin.High);
            json.WriteNumber("pairs", bin.Pairs);
        });
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
