using Recommender.Infra.Settings;

namespace Recommender.Infra.Observability.Alarms;

/// <summary>Alarms about the pipeline's runs.</summary>
internal static class PipelineAlarms
{
    /// <summary>The rules.</summary>
    public static IEnumerable<AlarmRule> Of(MonitoredPipeline pipeline, StackSettings settings)
    {
        var monitoring = settings.Monitoring;
        yield return new("pipeline-failed", "A run of the pipeline failed.", "open the execution in Step Functions; it names the step and the cause. Steps that are done are not built again when you start the next run.")
        {
            Metrics = [AwsMetrics.Executions(pipeline.StateMachineArn, "Failed")],
            Threshold = 0,
            Missing = MissingData.Fine,
        };
        yield return new("pipeline-given-up", $"A run of the pipeline was stopped, by hand or after {settings.Pipeline.TimeoutHours} hours.", "see in Step Functions which step was running, and in its task's log what it was at.")
        {
            Metrics = [AwsMetrics.Executions(pipeline.StateMachineArn, "TimedOut"), AwsMetrics.Executions(pipeline.StateMachineArn, "Aborted")],
            Expression = "FILL(m1, 0) + FILL(m2, 0)",
            Threshold = 0,
            Missing = MissingData.Fine,
        };

        // It stays on until somebody has looked: messages wait for 14 days. An idle queue gives no values at all.
        yield return new("pipeline-undelivered", "A start of the pipeline could not be delivered and was put aside.", "read the message in the queue of undelivered starts (its attributes give the error), start the pipeline by hand, then delete the message.")
        {
            Metrics = [AwsMetrics.Waiting(pipeline.DeadLetterQueueName)],
            Threshold = 0,
            Missing = MissingData.Fine,
        };
        if (pipeline.LateWatchArn is { } watch)
        {
            yield return new("pipeline-late", $"A run of the pipeline is still going after {monitoring.LateAfterMinutes} minutes.", "see in Step Functions which step it is at and compare with the last runs; it is given up by itself in the end, so stop it only if it hangs.")
            {
                Metrics = [AwsMetrics.Executions(watch, "Failed")],
                Threshold = 0,
                Missing = MissingData.Fine,
            };

            // CloudWatch looks back seven days at most, 168 values of an hour: the most that the setting takes.
            yield return new("pipeline-stale", $"No run of the pipeline has succeeded for {monitoring.FreshnessHours} hours: the published tables are old.", "see whether the schedule is on and whether runs were started, then why the last one failed.")
            {
                Metrics = [AwsMetrics.Executions(pipeline.StateMachineArn, "Succeeded")],
                Below = true,
                Threshold = 1,
                PeriodSeconds = AlarmRule.Hour,
                Periods = monitoring.FreshnessHours,
                Missing = MissingData.Fault,
            };
        }
    }
}
