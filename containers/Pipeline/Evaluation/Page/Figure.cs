using System.Xml.Linq;
using static Recommender.Pipeline.Evaluation.Page.Markup;

namespace Recommender.Pipeline.Evaluation.Page;

/// <summary>A figure with its title, how to read it, the drawing and the numbers behind it.</summary>
internal static class Figure
{
    /// <summary>The figure.</summary>
    public static XElement Of(string title, string reading, params XElement?[] content) =>
        Tag("figure", null, [Tag("figcaption", null, Tag("h3", null, title), Tag("p", null, reading)), .. content]);

    /// <summary>Dots for one metric; null where no model has it.</summary>
    public static XElement? OfMetric(string title, string reading, IReadOnlyList<string> models, Func<string, MetricRow?> row, double least = 0) =>
        models.All(model => row(model) is null) ? null : Of(title, reading, DotPlot.Of(models.Select(row), least), NumberTable.OfMetrics(title, models, (title, row)));
}
