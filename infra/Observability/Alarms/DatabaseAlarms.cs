using Pulumi;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Observability.Alarms;

/// <summary>Alarms about the source database. One that is stopped gives no values, and that is nobody's fault.</summary>
internal static class DatabaseAlarms
{
    /// <summary>Processor load in percent that is too much for a quarter of an hour: 80.</summary>
    private const int BusyPercent = 80;

    /// <summary>
    /// The connections that the smallest class allows are about 110 (RDS: memory over 9,531,392 bytes); ingest opens a handful, so
    /// 80 means a leak or a guest, in any class.
    /// </summary>
    private const int ManyConnections = 80;

    /// <summary>The part of the storage that must be free: a tenth, at which RDS grows it by itself unless it is at its bound.</summary>
    private const double LeastFree = 0.1;

    /// <summary>The rules.</summary>
    public static IEnumerable<AlarmRule> Of(Input<string> instanceId, DatabaseSettings settings)
    {
        yield return new("database-busy", $"The source database's processor has been over {BusyPercent} % busy for 15 minutes.", "see in Performance Insights or the log which statement it is.")
        {
            Metrics = [AwsMetrics.Database(instanceId, "CPUUtilization", "Average")],
            Threshold = BusyPercent,
            Periods = 3,
            Missing = MissingData.Unknown,
        };
        yield return new("database-full", "The source database has less than a tenth of its first storage left.", $"see whether storage has grown to its bound of {settings.MaxStorageGiB} GiB, and raise database.maxStorageGiB.")
        {
            Metrics = [AwsMetrics.Database(instanceId, "FreeStorageSpace", "Minimum")],
            Below = true,
            Threshold = settings.StorageGiB * LeastFree * Units.GiB,
            Periods = 3,
            Missing = MissingData.Unknown,
        };
        yield return new("database-connections", $"More than {ManyConnections} connections to the source database are open.", "see in pg_stat_activity whose they are.")
        {
            Metrics = [AwsMetrics.Database(instanceId, "DatabaseConnections", "Maximum")],
            Threshold = ManyConnections,
            Periods = 2,
            Missing = MissingData.Unknown,
        };
    }
}
