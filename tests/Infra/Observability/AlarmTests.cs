using System.Collections.Immutable;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Observability;

public sealed class AlarmTests
{
    private const string Alarm = "cloudwatch/metricAlarm:MetricAlarm";

    private static readonly string[] _queries = ["bytes-scanned"];
    private static readonly string[] _runs = ["pipeline-failed", "pipeline-given-up", "pipeline-undelivered"];
    private static readonly string[] _scheduled = ["pipeline-late", "pipeline-stale"];
    private static readonly string[] _api = ["api-down", "api-errors", "api-slow"];
    private static readonly string[] _database = ["database-busy", "database-connections", "database-full"];
    private static readonly string[] _stream = ["stream-age", "stream-conversion", "stream-delivery"];

    public static TheoryData<string> Variants => Graphs.Names;

    public static TheoryData<string, string[]> Expected => new()
    {
        { "uat", [.. _queries, .. _runs, .. _api, .. _database] },
        { "uat-everything", [.. _queries, .. _runs, .. _scheduled, .. _api, .. _database, .. _stream] },
        { "uat-bootstrap", [.. _queries, .. _database] },
        { "uat-least", [.. _queries, .. _runs] },
        { "prod", [.. _queries, .. _runs, .. _scheduled, .. _api, .. _database, .. _stream] },
        { "prod-everything", [.. _queries, .. _runs, .. _scheduled, .. _api, .. _database, .. _stream] },
        { "prod-bootstrap", [.. _queries, .. _database, .. _stream] },
        { "prod-least", [.. _queries, .. _runs] },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task There_are_alarms_for_what_the_stack_has(string variant, string[] expected)
    {
        var graph = await Graphs.OfAsync(variant);
        Assert.Equal(expected.Select(name => $"recommender-{graph.Stack}-{name}").Order(), graph.OfType(Alarm).Select(alarm => alarm.Text("name")).Order());
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task An_alarm_says_what_to_do_first_and_tells_when_it_begins_and_when_it_is_over(string variant)
    {
        var graph = await Graphs.OfAsync(variant);
        var topic = graph.Only("sns/topic:Topic").Arn;

        Assert.All(graph.OfType(Alarm), alarm =>
        {
            Assert.Matches("^[A-Z].{20,}\\. First: .{20,}\\.$", alarm.Text("alarmDescription"));
            Assert.True(alarm.Text("alarmDescription")!.Length <= 1024);
            Assert.Equal(topic, Assert.Single(alarm.List("alarmActions")));
            Assert.Equal(topic, Assert.Single(alarm.List("okActions")));
            Assert.Contains(alarm.Text("treatMissingData"), new[] { "breaching", "notBreaching", "missing" });
        });
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task The_metrics_of_alarms_are_those_of_resources_that_the_stack_has(string variant)
    {
        var graph = await Graphs.OfAsync(variant);
        var named = graph.OfType(Alarm).SelectMany(alarm => Metrics(alarm).SelectMany(metric => Dimensions(metric).Select(dimension => (alarm, dimension)))).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, pair => Assert.True(
            MetricNames.Of(graph, pair.dimension.Key).Contains(pair.dimension.Value), $"{pair.alarm}: {graph.Stack} has no {pair.dimension.Key} {pair.dimension.Value}"));
    }

    /// <summary>The bounds of PutMetricAlarm: a day back for periods below an hour, seven days for others.</summary>
    [Theory]
    [MemberData(nameof(Variants))]
    public async Task CloudWatch_looks_back_as_far_as_an_alarm_asks(string variant)
    {
        Assert.All((await Graphs.OfAsync(variant)).OfType(Alarm), alarm =>
        {
            var period = Metrics(alarm).Select(metric => (double)metric["period"]).Distinct().Single();
            Assert.True(period >= 60 && period % 60 == 0, $"{alarm} has a period of {period} s");
            Assert.InRange(period * alarm.Number("evaluationPeriods")!.Value, period, period >= 3600 ? 7 * 86400 : 86400);
        });
    }

    [Theory]
    [InlineData("uat-everything", 168)]
    [InlineData("prod", 30)]
    public async Task Stale_means_no_success_in_so_many_hours_and_silence_counts(string variant, int hours)
    {
        var alarm = (await Graphs.OfAsync(variant)).Get(Alarm, "monitoring-pipeline-stale");

        Assert.Equal(("ExecutionsSucceeded", "Sum", "LessThanThreshold", "breaching"), (alarm.Text("metricName"), alarm.Text("statistic"), alarm.Text("comparisonOperator"), alarm.Text("treatMissingData")));
        Assert.Equal((3600, hours, 1), (alarm.Number("period"), alarm.Number("evaluationPeriods"), alarm.Number("threshold")));
        Assert.Null(alarm.At("datapointsToAlarm"));
    }

    [Fact]
    public async Task Late_is_a_failure_of_the_watch()
    {
        var graph = await Graphs.OfAsync("prod");
        var alarm = graph.Get(Alarm, "monitoring-pipeline-late");

        Assert.Equal(("AWS/States", "ExecutionsFailed"), (alarm.Text("namespace"), alarm.Text("metricName")));
        Assert.Equal(graph.Get("sfn/stateMachine:StateMachine", "pipeline-late-machine").Arn, alarm.Text("dimensions.StateMachineArn"));
        Assert.Equal("GreaterThanThreshold", alarm.Text("comparisonOperator"));
        Assert.Equal(0, alarm.Number("threshold"));
        Assert.Equal("notBreaching", alarm.Text("treatMissingData"));
    }

    [Theory]
    [InlineData("uat", 50)]
    [InlineData("prod", 2000)]
    public async Task Bytes_of_all_workgroups_are_added_up_over_a_day(string stack, double gib)
    {
        var graph = await Graphs.OfAsync(stack);
        var alarm = graph.Get(Alarm, "monitoring-bytes-scanned");
        var scanned = Metrics(alarm).ToList();

        Assert.Equal(gib * 1073741824, alarm.Number("threshold"));
        Assert.Equal(MetricNames.Of(graph, "WorkGroup"), scanned.SelectMany(Dimensions).Select(dimension => dimension.Value).ToHashSet());
        Assert.All(scanned, metric => Assert.Equal(("ProcessedBytes", "Sum", 86400d), ((string)metric["metricName"], (string)metric["stat"], (double)metric["period"])));
        Assert.Equal("FILL(m1, 0) + FILL(m2, 0) + FILL(m3, 0)", alarm.List("metricQueries").Select(query => GraphValue.At(query, "expression") as string).Single(expression => expression is not null));
    }

    [Fact]
    public async Task Thresholds_of_the_API_the_database_and_the_stream_follow_the_settings()
    {
        var graph = await Graphs.OfAsync("prod");
        double? Threshold(string name) => graph.Get(Alarm, $"monitoring-{name}").Number("threshold");

        Assert.Equal(500, Threshold("api-slow"));
        Assert.Equal("p99", graph.Get(Alarm, "monitoring-api-slow").Text("extendedStatistic"));
        Assert.Equal(100 * 0.1 * 1073741824, Threshold("database-full"));
        Assert.Equal(15 * 60_000, Threshold("stream-age"));
        Assert.Equal((15 * 60) + 300, Threshold("stream-delivery"));
    }

    [Theory]
    [InlineData("api-down", "breaching")]
    [InlineData("stream-age", "breaching")]
    [InlineData("pipeline-stale", "breaching")]
    [InlineData("database-busy", "missing")]
    [InlineData("pipeline-failed", "notBreaching")]
    [InlineData("api-errors", "notBreaching")]
    public async Task Silence_means_what_it_should(string name, string treatment) =>
        Assert.Equal(treatment, (await Graphs.OfAsync("prod")).Get(Alarm, $"monitoring-{name}").Text("treatMissingData"));

    private static IEnumerable<ImmutableDictionary<string, object>> Metrics(GraphResource alarm) =>
        alarm.At("metricQueries") is null
            ? [alarm.Inputs]
            : alarm.List("metricQueries").Select(query => GraphValue.At(query, "metric")).OfType<ImmutableDictionary<string, object>>();

    private static IEnumerable<(string Key, string Value)> Dimensions(ImmutableDictionary<string, object> metric) =>
        ((ImmutableDictionary<string, object>)metric["dimensions"]).Select(dimension => (dimension.Key, (string)dimension.Value));
}
