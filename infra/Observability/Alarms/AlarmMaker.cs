using Pulumi;
using Recommender.Infra.Settings;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Observability.Alarms;

/// <summary>Makes CloudWatch alarms of rules.</summary>
/// <param name="context">The stack.</param>
/// <param name="topicArn">The topic that is told when an alarm goes off and when it is over.</param>
internal sealed class AlarmMaker(StackContext context, Input<string> topicArn)
{
    /// <summary>Makes one.</summary>
    /// <param name="logicalName">Its logical name.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="options">Its options.</param>
    public Aws.CloudWatch.MetricAlarm Make(string logicalName, AlarmRule rule, CustomResourceOptions options)
    {
        var args = new Aws.CloudWatch.MetricAlarmArgs
        {
            Name = context.Name(rule.Name),
            AlarmDescription = $"{rule.Meaning} First: {rule.First}",
            ComparisonOperator = rule.Below ? "LessThanThreshold" : "GreaterThanThreshold",
            Threshold = rule.Threshold,
            EvaluationPeriods = rule.Periods,
            TreatMissingData = rule.Missing switch
            {
                MissingData.Fine => "notBreaching",
                MissingData.Fault => "breaching",
                _ => "missing",
            },
            AlarmActions = { topicArn },
            OkActions = { topicArn },
        };
        if (rule.Expression is null)
        {
            Single(args, rule);
        }
        else
        {
            args.MetricQueries = Queries(rule);
        }

        return new Aws.CloudWatch.MetricAlarm(logicalName, args, options);
    }

    private static void Single(Aws.CloudWatch.MetricAlarmArgs args, AlarmRule rule)
    {
        var metric = rule.Metrics.Single();
        args.Namespace = metric.Namespace;
        args.MetricName = metric.Name;
        args.Dimensions = metric.DimensionMap;
        args.Period = rule.PeriodSeconds;
        if (metric.Statistic.StartsWith('p'))
        {
            args.ExtendedStatistic = metric.Statistic;

            // A percentile of a handful of values says nothing.
            args.EvaluateLowSampleCountPercentiles = "ignore";
        }
        else
        {
            args.Statistic = metric.Statistic;
        }
    }

    private static InputList<Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs> Queries(AlarmRule rule)
    {
        var queries = new InputList<Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs>();
        foreach (var (metric, number) in rule.Metrics.Select((metric, index) => (metric, index + 1)))
        {
            queries.Add(new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs
            {
                Id = $"m{number}",
                ReturnData = false,
                Metric = new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryMetricArgs
                {
                    Namespace = metric.Namespace,
                    MetricName = metric.Name,
                    Dimensions = metric.DimensionMap,
                    Stat = metric.Statistic,
                    Period = rule.PeriodSeconds,
                },
            });
        }

        queries.Add(new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs { Id = "result", Expression = rule.Expression!, Label = rule.Name, ReturnData = true });
        return queries;
    }
}
