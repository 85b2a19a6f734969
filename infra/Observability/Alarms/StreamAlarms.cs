using Recommender.Infra.Settings;

namespace Recommender.Infra.Observability.Alarms;

/// <summary>Alarms about the stream of events.</summary>
internal static class StreamAlarms
{
    /// <summary>The rules.</summary>
    public static IEnumerable<AlarmRule> Of(MonitoredStream stream, StackSettings settings)
    {
        var minutes = settings.Monitoring.StreamAgeMinutes;

        // Firehose asks every shard about once a second, whether there are events or not: silence means that nobody reads.
        yield return new("stream-age", $"Events have waited in the stream for more than {minutes} minutes, or nobody reads it.", "see the delivery's log for errors; events are lost when they are older than streaming.retentionHours.")
        {
            Metrics = [AwsMetrics.Stream(stream, "GetRecords.IteratorAgeMilliseconds", "Maximum")],
            Threshold = minutes * 60_000.0,
            Periods = 3,
            Missing = MissingData.Fault,
        };

        // Age of the oldest event that Firehose has and the bucket has not; it says nothing while there is none.
        yield return new("stream-delivery", $"Events reach the raw zone more than {minutes} minutes after they were taken from the stream.", "see the delivery's log: most often its role, the key or the table was changed.")
        {
            Metrics = [AwsMetrics.Delivery(stream, "DeliveryToS3.DataFreshness", "Maximum")],
            Threshold = (minutes * 60) + settings.Streaming.BufferSeconds,
            Periods = 3,
            Missing = MissingData.Fine,
        };
        yield return new("stream-conversion", "Events did not fit the columns of the table and were put aside.", $"read them under the raw bucket's prefix {Infra.Events.Streaming.ErrorPrefix}, which gives the reason, and tell their sender.")
        {
            Metrics = [AwsMetrics.Delivery(stream, "FailedConversion.Records", "Sum")],
            Threshold = 0,
            Missing = MissingData.Fine,
        };
    }
}
