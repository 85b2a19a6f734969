using System.Xml.Linq;
using static Recommender.Pipeline.Evaluation.Page.Markup;

namespace Recommender.Pipeline.Evaluation.Page;

/// <summary>Points over two axes, joined by lines, in a frame as wide as there is room: places are shares, so that texts keep their size.</summary>
/// <param name="across">The axis to the right.</param>
/// <param name="up">The axis upwards.</param>
/// <param name="acrossName">What is to the right.</param>
/// <param name="upName">What is upwards.</param>
internal sealed class LinePlot(Axis across, Axis up, string acrossName, string upName)
{
    private readonly List<XElement> _marks = [];

    /// <summary>Adds a line through points, with a dot at each.</summary>
    public void Line(string css, IReadOnlyList<(double X, double Y)> points)
    {
        _marks.AddRange(points.Zip(points.Skip(1), (from, to) => Segment(css, from, to)));
        _marks.AddRange(points.Select(point => Mark("circle", ("class", $"dot {css}"), ("cx", X(point.X)), ("cy", Y(point.Y)), ("r", css == "s0" ? "4.5" : "3"))));
    }

    /// <summary>Adds a plain line.</summary>
    public void Rule(string css, (double X, double Y) from, (double X, double Y) to) => _marks.Add(Segment(css, from, to));

    /// <summary>The plot.</summary>
    /// <param name="label">What it shows, in a sentence.</param>
    public XElement Element(string label)
    {
        var frame = new XElement("svg", Attributes(("class", "frame"), ("role", "img"), ("aria-label", label)), new XElement("title", Clean(label)));
        foreach (var tick in up.Ticks)
        {
            frame.Add(Mark("line", ("class", "grid"), ("x1", "0"), ("x2", "100%"), ("y1", Y(tick)), ("y2", Y(tick))));
            frame.Add(new XElement("text", Attributes(("x", "0"), ("y", Y(tick)), ("dy", "-4")), up.Label(tick)));
        }

        frame.Add(_marks);
        var scale = new XElement("svg", Attributes(("class", "scale"), ("aria-hidden", "true")));
        foreach (var tick in across.Ticks)
        {
            scale.Add(new XElement("text", Attributes(("x", X(tick)), ("y", "14"), ("text-anchor", DotPlot.Anchor(across.Share(tick)))), across.Label(tick)));
        }

        return Tag("div", "lines", Tag("p", "axis", upName), frame, scale, Tag("p", "axis right", acrossName));
    }

    private XElement Segment(string css, (double X, double Y) from, (double X, double Y) to) =>
        Mark("line", ("class", css), ("x1", X(from.X)), ("y1", Y(from.Y)), ("x2", X(to.X)), ("y2", Y(to.Y)));

    private string X(double value) => Percent(across.Share(value));

    private string Y(double value) => Percent(1 - up.Share(value));
}
