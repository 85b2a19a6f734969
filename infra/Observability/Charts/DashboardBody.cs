using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;

namespace Recommender.Infra.Observability.Charts;

/// <summary>Writes a CloudWatch dashboard (CloudWatch API reference, "Dashboard body structure and syntax").</summary>
internal static class DashboardBody
{
    private const int Columns = 24;
    private const int ChartHeight = 6;

    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body: the state of all alarms, then the sections, each in rows from left to right.</summary>
    /// <param name="region">The region of all metrics.</param>
    /// <param name="alarmArns">The alarms.</param>
    /// <param name="sections">The sections.</param>
    public static Output<string> Json(Output<string> region, IReadOnlyList<Output<string>> alarmArns, IReadOnlyList<ChartSection> sections)
    {
        // All inputs in one list, in the order in which they are taken out again.
        Input<string>[] inputs =
        [
            region,
            .. alarmArns,
            .. sections.SelectMany(section => section.Charts).SelectMany(chart => chart.Metrics).SelectMany(metric => metric.Dimensions).Select(dimension => dimension.Value),
        ];
        return Output.All(inputs).Apply(values => Text(new Queue<string>(values), alarmArns.Count, sections));
    }

    private static string Text(Queue<string> values, int alarms, IReadOnlyList<ChartSection> sections)
    {
        var region = values.Dequeue();
        var widgets = new JsonArray();
        var alarmHeight = 2 + ((alarms + 3) / 4);
        widgets.Add(Widget("alarm", 0, 0, Columns, alarmHeight, new JsonObject
        {
            ["title"] = "Alarms",
            ["alarms"] = new JsonArray([.. Enumerable.Range(0, alarms).Select(_ => (JsonNode)values.Dequeue())]),
        }));
        var y = alarmHeight;
        foreach (var section in sections)
        {
            widgets.Add(Widget("text", 0, y++, Columns, 1, new JsonObject { ["markdown"] = $"## {section.Heading}" }));
            var x = 0;
            foreach (var chart in section.Charts)
            {
                if (x + chart.Width > Columns)
                {
                    (x, y) = (0, y + ChartHeight);
                }

                widgets.Add(Widget("metric", x, y, chart.Width, ChartHeight, Properties(chart, region, values)));
                x += chart.Width;
            }

            y += ChartHeight;
        }

        return new JsonObject { ["widgets"] = widgets }.ToJsonString(_readable);
    }

    private static JsonObject Widget(string type, int x, int y, int width, int height, JsonObject properties) =>
        new() { ["type"] = type, ["x"] = x, ["y"] = y, ["width"] = width, ["height"] = height, ["properties"] = properties };

    private static JsonObject Properties(Chart chart, string region, Queue<string> values)
    {
        var properties = new JsonObject
        {
            ["title"] = chart.Title,
            ["region"] = region,
            ["view"] = chart.OneNumberOverHours is null ? "timeSeries" : "singleValue",
            ["period"] = chart.PeriodSeconds,
            ["metrics"] = new JsonArray([.. chart.Metrics.Select(metric => Line(metric, values))]),
        };
        if (chart.OneNumberOverHours is { } hours)
        {
            properties["start"] = $"-PT{hours}H";
            properties["end"] = "P0D";
            properties["setPeriodToTimeRange"] = true;
        }

        if (chart.Threshold is { } threshold)
        {
            properties["annotations"] = new JsonObject { ["horizontal"] = new JsonArray(new JsonObject { ["label"] = "alarm", ["value"] = threshold }) };
        }

        return properties;
    }

    private static JsonArray Line(Metric metric, Queue<string> values)
    {
        var line = new JsonArray(metric.Namespace, metric.Name);
        foreach (var (key, _) in metric.Dimensions)
        {
            line.Add(key);
            line.Add(values.Dequeue());
        }

        line.Add(new JsonObject { ["stat"] = metric.Statistic, ["label"] = metric.Label });
        return line;
    }
}
