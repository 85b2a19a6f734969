using Recommender.Infra.Settings;

namespace Recommender.Infra.Observability.Alarms;

/// <summary>Alarms about what Athena reads, for that is what it charges for.</summary>
internal static class QueryAlarms
{
    /// <summary>The rules.</summary>
    public static IEnumerable<AlarmRule> Of(IReadOnlyList<Workgroup> workgroups, MonitoringSettings settings)
    {
        yield return new("bytes-scanned", FormattableString.Invariant($"Queries have scanned more than {settings.ScannedGiBPerDay} GiB within a day."), "see on the dashboard which workgroup it was, then in Athena's history of that workgroup which query; lower its cutoff if it must not happen again.")
        {
            Metrics = [.. workgroups.Select(workgroup => AwsMetrics.Athena(workgroup, "ProcessedBytes", "Sum"))],
            Expression = string.Join(" + ", Enumerable.Range(1, workgroups.Count).Select(number => $"FILL(m{number}, 0)")),
            Threshold = settings.ScannedGiBPerDay * Units.GiB,
            PeriodSeconds = AlarmRule.Day,
            Missing = MissingData.Fine,
        };
    }
}
