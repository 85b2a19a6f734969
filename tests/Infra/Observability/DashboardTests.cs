using System.Text.Json.Nodes;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Observability;

public sealed class DashboardTests
{
    public static TheoryData<string> Variants => Graphs.Names;

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Charts_show_metrics_of_resources_that_the_stack_has(string variant)
    {
        var graph = await Graphs.OfAsync(variant);
        var lines = Properties(graph, "metric").SelectMany(chart => chart["metrics"]!.AsArray()).Select(line => line!.AsArray()).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            // Namespace and name, then key and value of each dimension, then how it is drawn.
            Assert.True(line.Count >= 5 && line.Count % 2 == 1, line.ToJsonString());
            for (var key = 2; key < line.Count - 1; key += 2)
            {
                Assert.Contains(line[key + 1]!.GetValue<string>(), MetricNames.Of(graph, line[key]!.GetValue<string>()));
            }
        });
    }

    [Theory]
    [InlineData("uat", "Pipeline", "Athena", "Tasks", "API", "Source database")]
    [InlineData("prod", "Pipeline", "Athena", "Tasks", "API", "Source database", "Stream of events")]
    [InlineData("prod-bootstrap", "Athena", "Source database", "Stream of events")]
    [InlineData("uat-least", "Pipeline", "Athena", "Tasks")]
    public async Task There_is_a_section_for_each_part_of_the_stack(string variant, params string[] headings) =>
        Assert.Equal(headings, Properties(await Graphs.OfAsync(variant), "text").Select(text => text["markdown"]!.GetValue<string>()["## ".Length..]));

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Widgets_lie_side_by_side_on_24_columns(string variant)
    {
        var taken = new HashSet<(int, int)>();
        foreach (var widget in Widgets(await Graphs.OfAsync(variant)))
        {
            var (x, y) = (widget["x"]!.GetValue<int>(), widget["y"]!.GetValue<int>());
            for (var column = x; column < x + widget["width"]!.GetValue<int>(); column++)
            {
                Assert.InRange(column, 0, 23);
                for (var row = y; row < y + widget["height"]!.GetValue<int>(); row++)
                {
                    Assert.True(taken.Add((column, row)), $"two widgets at column {column}, row {row}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task All_alarms_are_shown(string variant)
    {
        var graph = await Graphs.OfAsync(variant);
        Assert.Equal(
            graph.OfType("cloudwatch/metricAlarm:MetricAlarm").Select(alarm => alarm.Arn).Order(),
            Assert.Single(Properties(graph, "alarm"))["alarms"]!.AsArray().Select(alarm => alarm!.GetValue<string>()).Order());
    }

    [Fact]
    public async Task Freshness_is_one_number_over_the_hours_of_the_settings()
    {
        var chart = Properties(await Graphs.OfAsync("prod"), "metric").Single(chart => chart["title"]!.GetValue<string>().StartsWith("Freshness", StringComparison.Ordinal));

        Assert.Equal(("singleValue", "-PT30H", true), (chart["view"]!.GetValue<string>(), chart["start"]!.GetValue<string>(), chart["setPeriodToTimeRange"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData("uat", "250", "user:stack$uat")]
    [InlineData("prod", "2500", "user:stack$prod")]
    public async Task The_budget_is_the_stacks_and_tells_at_80_percent_and_when_the_forecast_passes_it(string stack, string limit, string tag)
    {
        var graph = await Graphs.OfAsync(stack);
        var budget = graph.Only("budgets/budget:Budget");

        Assert.Equal((limit, "USD", "MONTHLY", "COST"), (budget.Text("limitAmount"), budget.Text("limitUnit"), budget.Text("timeUnit"), budget.Text("budgetType")));
        Assert.Equal("TagKeyValue", budget.Text("costFilters[0].name"));
        Assert.Equal(tag, Assert.Single(GraphValue.List(budget.At("costFilters[0].values"))));
        Assert.Contains(graph.Only("sns/topic:Topic").Inputs.Keys, key => key == "tags");
        Assert.Equal(stack, graph.Only("sns/topic:Topic").Text("tags.stack"));
        Assert.Equal(
            [("ACTUAL", 80), ("FORECASTED", 100)],
            budget.List("notifications").Select(told => ((string)GraphValue.At(told, "notificationType")!, (double)GraphValue.At(told, "threshold")!)).Order());
        Assert.All(budget.List("notifications"), told => Assert.Equal(graph.Only("sns/topic:Topic").Arn, Assert.Single(GraphValue.List(GraphValue.At(told, "subscriberSnsTopicArns")))));
    }

    [Theory]
    [InlineData("prod", false)]
    [InlineData("prod-everything", true)]
    public async Task There_is_Grafana_where_the_settings_ask_for_it(string variant, bool expected) =>
        Assert.Equal(expected, (await Graphs.OfAsync(variant)).OfType("grafana/workspace:Workspace").Any());

    private static List<JsonObject> Widgets(StackGraph graph) =>
        [.. JsonNode.Parse(graph.Only("cloudwatch/dashboard:Dashboard").Text("dashboardBody")!)!["widgets"]!.AsArray().Select(widget => widget!.AsObject())];

    private static List<JsonObject> Properties(StackGraph graph, string type) =>
        [.. Widgets(graph).Where(widget => widget["type"]!.GetValue<string>() == type).Select(widget => widget["properties"]!.AsObject())];
}
