using System.Xml.Linq;
using static Recommender.Pipeline.Evaluation.Page.Markup;

namespace Recommender.Pipeline.Evaluation.Page;

/// <summary>Values with their intervals, one below the other: a dot on a line for each model.</summary>
internal static class DotPlot
{
    /// <summary>The rows of a plot; empty ones are left out.</summary>
    /// <param name="rows">What to show, top to bottom.</param>
    /// <param name="least">Where the scale starts; it ends beyond all values.</param>
    public static XElement Of(IEnumerable<MetricRow?> rows, double least = 0)
    {
        var shown = rows.OfType<MetricRow>().ToList();
        var axis = Axis.Over(least, shown.Select(row => row.High ?? row.Value).DefaultIfEmpty(1).Max());
        return Tag("div", "dots", [.. shown.Select(row => Row(row, axis)), Scale(axis)]);
    }

    private static XElement Row(MetricRow row, Axis axis)
    {
        var track = new XElement("svg", Attributes(("class", "track"), ("role", "img"), ("aria-label", Sentence(row))), Tag("title", null, Sentence(row)));
        track.Add(axis.Ticks.Select(tick => Mark("line", ("class", "grid"), ("x1", Percent(axis.Share(tick))), ("x2", Percent(axis.Share(tick))), ("y1", "0"), ("y2", "100%"))));
        if (row is { Low: { } low, High: { } high })
        {
            track.Add(Mark("line", ("class", "range"), ("x1", Percent(axis.Share(low))), ("x2", Percent(axis.Share(high))), ("y1", "50%"), ("y2", "50%")));
        }

        track.Add(Mark("circle", ("class", "dot"), ("cx", Percent(axis.Share(row.Value))), ("cy", "50%"), ("r", row.Published ? "6" : "4.5")));
        return Tag(
            "div", row.Published ? "row published" : "row",
            Tag("span", "name", [.. Breakable(row.Model)]), track, Tag("span", "value", MetricText.Value(row), " ", Tag("small", null, $"{MetricText.Margin(row)} {MetricText.Mark(row)}".Trim())));
    }

    /// <summary>A name that may go on in a new line after each underscore.</summary>
    private static IEnumerable<object> Breakable(string name) =>
        name.Split('_').SelectMany((word, index) => index == 0 ? new object[] { word } : ["_", Mark("wbr"), word]);

    private static XElement Scale(Axis axis)
    {
        var track = new XElement("svg", Attributes(("class", "scale"), ("aria-hidden", "true")));
        foreach (var tick in axis.Ticks)
        {
            track.Add(new XElement("text", Attributes(("x", Percent(axis.Share(tick))), ("y", "14"), ("text-anchor", Anchor(axis.Share(tick)))), axis.Label(tick)));
        }

        return Tag("div", "row scales", Tag("span", "name"), track, Tag("span", "value"));
    }

    /// <summary>Labels at the ends stay inside.</summary>
    internal static string Anchor(double share) => share <= 0 ? "start" : share >= 1 ? "end" : "middle";

    private static string Sentence(MetricRow row)
    {
        var interval = row is { Low: { } low, High: { } high } ? $", interval {MetricText.Value(row.Metric, low)} to {MetricText.Value(row.Metric, high)}" : "";
        var beside = row.Beyond switch { < 0 => ", below the published ranker beyond noise", > 0 => ", above the published ranker beyond noise", _ => "" };
        return $"{row.Model}: {MetricText.Value(row)}{interval}{beside}";
    }
}
