using System.Xml.Linq;
using static Recommender.Pipeline.Evaluation.Page.Markup;

namespace Recommender.Pipeline.Evaluation.Page;

/// <summary>The numbers behind a figure.</summary>
internal static class NumberTable
{
    /// <summary>Metrics of models: a row a model, a column a metric, each with its interval and mark.</summary>
    /// <param name="caption">What they are.</param>
    /// <param name="models">The rows.</param>
    /// <param name="columns">The columns: a header, and the cell of a model.</param>
    public static XElement OfMetrics(string caption, IReadOnlyList<string> models, params IReadOnlyList<(string Header, Func<string, MetricRow?> Cell)> columns) => Of(
        caption, ["model", .. columns.Select(column => column.Header)],
        models.Select(model => (IReadOnlyList<string>)[model, .. columns.Select(column => MetricText.Cell(column.Cell(model)).Trim())]));

    /// <summary>A table whose first column names its rows.</summary>
    public static XElement Of(string caption, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows) => Tag(
        "details", null,
        Tag("summary", null, "The numbers"),
        Tag(
            "div", "wide",
            Tag(
                "table", null,
                Tag("caption", null, caption),
                Tag("thead", null, Tag("tr", null, [.. headers.Select(header => new XElement("th", Attributes(("scope", "col")), Clean(header)))])),
                Tag("tbody", null, [.. rows.Select(row => Tag(
                    "tr", null, [new XElement("th", Attributes(("scope", "row")), Clean(row[0])), .. row.Skip(1).Select(cell => Tag("td", null, cell))]))]))));
}
