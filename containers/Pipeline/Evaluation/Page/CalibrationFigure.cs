using System.Globalization;
using System.Xml.Linq;
using Recommender.Pipeline.Console;
using static Recommender.Pipeline.Evaluation.Page.Markup;

namespace Recommender.Pipeline.Evaluation.Page;

/// <summary>The calibration curves.</summary>
internal static class CalibrationFigure
{
    /// <summary>The figure: predicted to the right, observed upwards, the diagonal between.</summary>
    /// <param name="rows">The bins.</param>
    /// <param name="order">The scorers, the published ranker's first.</param>
    public static XElement Of(IReadOnlyList<CalibrationRow> rows, IReadOnlyList<string> order)
    {
        var axis = Axis.Over(0, Math.Min(rows.Max(row => Math.Max(row.Predicted, row.High)), 1));
        var plot = new LinePlot(axis, axis, "predicted probability", "observed share");
        plot.Rule("ideal", (0, 0), (axis.Most, axis.Most));
        var models = order.Intersect(rows.Select(row => row.Model)).ToList();
        foreach (var (model, index) in models.Select((model, index) => (model, index)).Reverse())
        {
            var bins = rows.Where(row => row.Model == model).ToList();
            bins.ForEach(bin => plot.Rule("range", (bin.Predicted, bin.Low), (bin.Predicted, bin.High)));
            plot.Line(Legend.Style(index), [.. bins.Select(bin => (bin.Predicted, bin.Observed))]);
        }

        var figure = Figure.Of(
            "Calibration", "Each dot is a bin of about equally many products: of those given a probability, how many were bought. On the dotted line predictions are right; above it they are too timid, below it too bold.",
            plot.Element($"Observed shares by predicted probability, for {string.Join(", ", models)}"), Legend.Of(models),
            NumberTable.Of(
                "Calibration, bin by bin", ["model", "bin", "predicted", "observed", "interval", "pairs"],
                rows.Select(row => (IReadOnlyList<string>)
                [
                    row.Model, row.Bin.ToString(CultureInfo.InvariantCulture), HumanText.Metric(row.Predicted), HumanText.Metric(row.Observed),
                    $"{HumanText.Metric(row.Low)} to {HumanText.Metric(row.High)}", HumanText.Count(row.Pairs),
                ])));
        figure.SetAttributeValue("class", "square");
        return figure;
    }
}
