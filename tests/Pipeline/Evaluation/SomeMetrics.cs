using Recommender.Pipeline.Evaluation;
using Recommender.Ranking.Evaluation;

namespace Recommender.Pipeline.Tests.Evaluation;

/// <summary>Rows of an evaluation made up by hand: a published ranker, one that is behind it and one that is ahead.</summary>
internal static class SomeMetrics
{
    /// <summary>A name that must not become markup.</summary>
    public const string Odd = "<b>\"odd\" & co</b>\u0001";

    public static readonly (string Name, double Shift)[] Models = [("published_one", 0), ("behind", -0.1), (Odd, 0.1)];

    public static IReadOnlyList<MetricRow> Rows { get; } =
    [
        .. from segment in new[] { "all", "new", "heavy" }
           from model in Models
           from metric in EvaluationMetrics.All.Where(metric => metric.HasCutoff)
           from k in new[] { 10, 20 }
           select Row(model, segment, metric.Name, k),
        .. from model in Models
           from k in new[] { 1, 5 }
           select Row(model, "all", EvaluationMetrics.Recall, k),
        .. from model in Models
           from metric in EvaluationMetrics.All.Where(metric => !metric.HasCutoff)
           select Row(model, "all", metric.Name, 0),
    ];

    public static IReadOnlyList<CalibrationRow> Calibration { get; } =
    [
        .. from model in Models
           from bin in Enumerable.Range(1, 4)
           select new CalibrationRow(model.Name, bin, bin / 10.0, bin / 11.0, (bin / 11.0) - 0.02, (bin / 11.0) + 0.02, 250),
    ];

    public static EvaluationView View { get; } = new(Rows);

    private static MetricRow Row((string Name, double Shift) model, string segment, string metric, int k)
    {
        var value = 0.5 + model.Shift + (k / 1000.0);
        return new MetricRow
        {
            Model = model.Name,
            Published = model.Shift == 0,
            Segment = segment,
            Metric = metric,
            K = k,
            Users = 1234,
            Value = value,
            Low = segment == "heavy" ? null : value - 0.03,
            High = segment == "heavy" ? null : value + 0.03,
            Lift = -model.Shift,
            LiftLow = segment == "heavy" ? null : -model.Shift - 0.01,
            LiftHigh = segment == "heavy" ? null : -model.Shift + 0.01,
            PValue = segment == "heavy" ? null : 0.002,
        };
    }
}
