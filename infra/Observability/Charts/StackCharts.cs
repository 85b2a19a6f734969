using Pulumi;

namespace Recommender.Infra.Observability.Charts;

/// <summary>What the dashboard of a stack shows: of each part that the stack has.</summary>
internal static class StackCharts
{
    private const int Hour = 60 * 60;

    /// <summary>The sections.</summary>
    public static IReadOnlyList<ChartSection> Of(MonitoringArgs args)
    {
        var settings = args.Context.Settings;
        return
        [
            .. args.Pipeline is { } pipeline ? [Pipeline(pipeline, args)] : Array.Empty<ChartSection>(),
            Queries(args),
            .. args.TaskFamilies.Count > 0 ? [Tasks(args)] : Array.Empty<ChartSection>(),
            .. args.Api is { } api ? [Api(api, settings.Monitoring.ApiLatencyMs)] : Array.Empty<ChartSection>(),
            .. args.DatabaseInstanceId is { } database ? [Database(database)] : Array.Empty<ChartSection>(),
            .. args.Stream is { } stream ? [Stream(stream, settings.Monitoring.StreamAgeMinutes)] : Array.Empty<ChartSection>(),
        ];
    }

    private static ChartSection Pipeline(MonitoredPipeline pipeline, MonitoringArgs args)
    {
        var monitoring = args.Context.Settings.Monitoring;
        Metric Executions(string what) => AwsMetrics.Executions(pipeline.StateMachineArn, what);
        return new(
            "Pipeline",
            new Chart("Runs", Executions("Started"), Executions("Succeeded"), Executions("Failed"), Executions("TimedOut"), Executions("Aborted")) { PeriodSeconds = Hour },
            new Chart("Duration of runs (ms)", AwsMetrics.ExecutionTime(pipeline.StateMachineArn)) { PeriodSeconds = Hour, Threshold = monitoring.LateAfterMinutes * 60_000.0 },
            new Chart($"Freshness: successful runs in the last {monitoring.FreshnessHours} hours (0 is stale)", Executions("Succeeded")) { OneNumberOverHours = monitoring.FreshnessHours, Width = 4 },
            new Chart("Undelivered starts", AwsMetrics.Waiting(pipeline.DeadLetterQueueName)) { Width = 4 });
    }

    private static ChartSection Queries(MonitoringArgs args)
    {
        Metric[] By(string name, string statistic) => [.. args.Workgroups.Select(workgroup => AwsMetrics.Athena(workgroup, name, statistic))];
        return new(
            "Athena",
            new Chart("Bytes scanned", By("ProcessedBytes", "Sum")) { PeriodSeconds = Hour },
            new Chart("Longest wait in the queue (ms)", By("QueryQueueTime", "Maximum")),
            new Chart("Longest query (ms)", By("TotalExecutionTime", "Maximum")));
    }

    private static ChartSection Tasks(MonitoringArgs args)
    {
        Metric[] By(string name) => [.. args.TaskFamilies.Select(family => AwsMetrics.Tasks(args.ClusterName, family, name))];
        return new(
            "Tasks",
            new Chart("Processor used (CPU units, 1024 to a core)", By("CpuUtilized")) { Width = 12 },
            new Chart("Memory used (MiB)", By("MemoryUtilized")) { Width = 12 });
    }

    private static ChartSection Api(MonitoredApi api, int slowMs) => new(
        "API",
        new Chart("Requests and errors", AwsMetrics.Api(api, "Count"), AwsMetrics.Api(api, "4xx"), AwsMetrics.Api(api, "5xx")) { Width = 6 },
        new Chart("Latency (ms)", AwsMetrics.Api(api, "Latency", "p50") with { Label = "p50" }, AwsMetrics.Api(api, "Latency", "p99") with { Label = "p99" }) { Width = 6, Threshold = slowMs },
        new Chart("Serving tasks", AwsMetrics.Targets(api, "HealthyHostCount", "Maximum"), AwsMetrics.Targets(api, "UnHealthyHostCount", "Maximum")) { Width = 6 },
        new Chart("Load of serving (%)", AwsMetrics.Service(api, "CPUUtilization") with { Label = "processor" }, AwsMetrics.Service(api, "MemoryUtilization") with { Label = "memory" }) { Width = 6 });

    private static ChartSection Database(Input<string> instance) => new(
        "Source database",
        new Chart("Processor (%)", AwsMetrics.Database(instance, "CPUUtilization", "Average")),
        new Chart("Free storage (bytes)", AwsMetrics.Database(instance, "FreeStorageSpace", "Minimum")),
        new Chart("Connections", AwsMetrics.Database(instance, "DatabaseConnections", "Maximum")));

    private static ChartSection Stream(MonitoredStream stream, int oldMinutes) => new(
        "Stream of events",
        new Chart("Events", AwsMetrics.Stream(stream, "IncomingRecords", "Sum"), AwsMetrics.Delivery(stream, "SucceedConversion.Records", "Sum"), AwsMetrics.Delivery(stream, "FailedConversion.Records", "Sum")),
        new Chart("Age of the oldest unread event (ms)", AwsMetrics.Stream(stream, "GetRecords.IteratorAgeMilliseconds", "Maximum")) { Threshold = oldMinutes * 60_000.0 },
        new Chart("Throughput (bytes) and refused writes", AwsMetrics.Stream(stream, "IncomingBytes", "Sum"), AwsMetrics.Stream(stream, "WriteProvisionedThroughputExceeded", "Sum")));
}
