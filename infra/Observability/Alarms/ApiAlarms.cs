using Recommender.Infra.Settings;

namespace Recommender.Infra.Observability.Alarms;

/// <summary>Alarms about the API.</summary>
internal static class ApiAlarms
{
    /// <summary>Answers in percent that may be the server's fault: 5.</summary>
    private const int MostErrorsPercent = 5;

    /// <summary>Requests in a period below which a share of errors says nothing: 10.</summary>
    private const int FewRequests = 10;

    /// <summary>The rules.</summary>
    public static IEnumerable<AlarmRule> Of(MonitoredApi api, MonitoringSettings settings)
    {
        yield return new("api-errors", $"More than {MostErrorsPercent} % of the API's answers are errors of the server.", "read the serving log from the time of the first error; if it began with a deployment, set the image back.")
        {
            Metrics = [AwsMetrics.Api(api, "5xx"), AwsMetrics.Api(api, "Count")],
            Expression = $"IF(m2 >= {FewRequests}, 100 * FILL(m1, 0) / m2, 0)",
            Threshold = MostErrorsPercent,
            Periods = 2,
            Missing = MissingData.Fine,
        };
        yield return new("api-slow", $"The slowest 1 % of the API's answers take longer than {settings.ApiLatencyMs} ms.", "compare processor load and number of serving tasks on the dashboard; raise serving.maxTasks if all are busy.")
        {
            Metrics = [AwsMetrics.Api(api, "Latency", "p99")],
            Threshold = settings.ApiLatencyMs,
            Periods = 3,
            Missing = MissingData.Fine,
        };

        // The highest count that any node of the load balancer sees: 0 only where none sees a healthy task. A load balancer that
        // tells nothing has no targets at all.
        yield return new("api-down", "No serving task is healthy: the API answers nobody.", "see the stopped tasks of the serving service for their reason, then their log.")
        {
            Metrics = [AwsMetrics.Targets(api, "HealthyHostCount", "Maximum")],
            Below = true,
            Threshold = 1,
            PeriodSeconds = 60,
            Periods = 3,
            Missing = MissingData.Fault,
        };
    }
}
