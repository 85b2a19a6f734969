using System.Xml.Linq;
using Recommender.Pipeline.Evaluation;
using Recommender.Pipeline.Evaluation.Page;

namespace Recommender.Pipeline.Tests.Evaluation;

public sealed class EvaluationPageTests
{
    private static readonly XElement Page = Read(SomeMetrics.View, SomeMetrics.Calibration);

    [Fact]
    public void Every_figure_has_a_title_a_reading_a_drawing_with_a_label_and_its_numbers()
    {
        var figures = Page.Descendants("figure").ToList();

        Assert.Equal(17, figures.Count);
        Assert.All(figures, figure =>
        {
            Assert.NotEmpty(figure.Element("figcaption")!.Element("h3")!.Value);
            Assert.EndsWith(".", figure.Element("figcaption")!.Element("p")!.Value, StringComparison.Ordinal);
            Assert.Contains(figure.Descendants("svg"), svg => svg.Attribute("aria-label")?.Value.Length > 0);
            Assert.All(figure.Descendants("svg"), svg => Assert.True(svg.Attribute("aria-label") is not null || svg.Attribute("aria-hidden")?.Value == "true"));
            Assert.NotEmpty(figure.Descendants("table").Single().Element("tbody")!.Elements("tr"));
            Assert.NotEmpty(figure.Descendants("caption").Single().Value);
        });
        Assert.Equal(figures.Count, figures.Select(figure => figure.Descendants("h3").Single().Value).Distinct().Count());
    }

    [Fact]
    public void Dots_and_tables_show_the_values()
    {
        var recall = Figure("Recall@10");
        var rows = recall.Descendants("div").Where(div => ((string?)div.Attribute("class"))?.StartsWith("row", StringComparison.Ordinal) == true && div.Descendants("circle").Any()).ToList();

        // The scale is 0 to 0.8: the highest interval ends at 0.64.
        Assert.Equal(["63.75%", "76.25%", "51.25%"], rows.Select(row => row.Descendants("circle").Single().Attribute("cx")!.Value));
        Assert.Equal(["60%", "72.5%", "47.5%"], rows.Select(row => row.Descendants("line").Single(line => (string?)line.Attribute("class") == "range").Attribute("x1")!.Value));
        Assert.Equal("row published", rows[0].Attribute("class")!.Value);
        Assert.Equal(["0.5100 ±0.030", "0.6100 ±0.030 ▲", "0.4100 ±0.030 ▼"], recall.Descendants("td").Select(cell => cell.Value));
        Assert.Contains("below the published ranker beyond noise", rows[2].Descendants("title").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_interval_there_is_no_bar_and_no_mark()
    {
        var heavy = Figure("Recall@10, heavy users");

        Assert.DoesNotContain(heavy.Descendants("line"), line => (string?)line.Attribute("class") == "range");
        Assert.Equal(["0.5100", "0.6100", "0.4100"], heavy.Descendants("td").Select(cell => cell.Value));
    }

    [Fact]
    public void The_curve_goes_through_recall_at_each_length()
    {
        var curve = Figure("Recall by the length of the list");
        var published = curve.Descendants("circle").Where(dot => (string?)dot.Attribute("class") == "dot s0").ToList();

        Assert.Equal(["5%", "25%", "50%", "100%"], published.Select(dot => dot.Attribute("cx")!.Value));
        Assert.Equal([1, 5, 10, 20], SomeMetrics.View.Curve);
        Assert.Equal(3, curve.Descendants("line").Count(line => (string?)line.Attribute("class") == "s0" && line.Parent!.Attribute("role") is not null));
        Assert.Equal(3, curve.Descendants("ul").Single().Elements("li").Count());
    }

    [Fact]
    public void Calibration_shows_every_bin_of_every_model_beside_the_diagonal()
    {
        var calibration = Figure("Calibration");

        Assert.Equal(12, calibration.Descendants("circle").Count());
        Assert.Equal(12, calibration.Descendants("line").Count(line => (string?)line.Attribute("class") == "range"));
        var diagonal = calibration.Descendants("line").Single(line => (string?)line.Attribute("class") == "ideal");
        Assert.Equal(("0%", "100%", "100%", "0%"), ((string)diagonal.Attribute("x1")!, (string)diagonal.Attribute("y1")!, (string)diagonal.Attribute("x2")!, (string)diagonal.Attribute("y2")!));
        Assert.Equal("0.0909", calibration.Descendants("tr").ElementAt(1).Elements("td").ElementAt(2).Value);
    }

    [Fact]
    public void Names_stay_text()
    {
        Assert.Empty(Page.Descendants("b"));
        Assert.Contains(Page.Descendants("th"), cell => cell.Value == "<b>\"odd\" & co</b>\uFFFD");
    }

    [Fact]
    public void The_page_needs_nothing_from_elsewhere_and_no_tag_is_empty_that_html_would_leave_open()
    {
        var text = Text(SomeMetrics.View, SomeMetrics.Calibration);

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(div|span|p|li|ul|table|td|th|tr|h1|h2|h3|section|figure|title|style|dd|dt|small)( [^>]*)?/>", text);
        Assert.DoesNotContain("&gt;", PageStyle.Css.Length > 0 ? Read(SomeMetrics.View, []).Descendants("style").Single().ToString() : "", StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_measured_is_said()
    {
        var page = Read(new EvaluationView([]), []);

        Assert.Contains("Nothing could be measured", page.Value, StringComparison.Ordinal);
        Assert.Empty(page.Descendants("figure"));
    }

    [Fact]
    public void Without_scorers_their_part_is_left_out()
    {
        var page = Read(new EvaluationView([.. SomeMetrics.Rows.Where(row => row.K > 0)]), []);

        Assert.DoesNotContain(page.Descendants("h3"), title => title.Value is "Calibration" or "Log loss");
        Assert.Contains(page.Descendants("h3"), title => title.Value == "Recall@10");
    }

    private static XElement Figure(string title) => Page.Descendants("figure").Single(figure => figure.Descendants("h3").Single().Value == title);

    private static XElement Read(EvaluationView view, IReadOnlyList<CalibrationRow> calibration) => XDocument.Parse(Text(view, calibration)).Root!;

    private static string Text(EvaluationView view, IReadOnlyList<CalibrationRow> calibration)
    {
        var file = Path.GetTempFileName();
        try
        {
            PageFile.Write(file, EvaluationPage.Of(view, calibration, "a & b/lake", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));
            return File.ReadAllText(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
