using System.Xml.Linq;
using static Recommender.Pipeline.Evaluation.Page.Markup;

namespace Recommender.Pipeline.Evaluation.Page;

/// <summary>Which line is whose: by colour and by dashes.</summary>
internal static class Legend
{
    private const int Styles = 8;

    /// <summary>The style of a line: s0 for the first, the published ranker's.</summary>
    public static string Style(int index) => index == 0 ? "s0" : $"s{1 + ((index - 1) % (Styles - 1))}";

    /// <summary>The legend of some lines, in order.</summary>
    public static XElement Of(IEnumerable<string> names) => Tag("ul", "legend", [.. names.Select((name, index) => Tag(
        "li", null,
        new XElement("svg", Attributes(("width", "34"), ("height", "12"), ("aria-hidden", "true")), Mark("line", ("class", Style(index)), ("x1", "1"), ("x2", "33"), ("y1", "6"), ("y2", "6"))),
        " ", name))]);
}
