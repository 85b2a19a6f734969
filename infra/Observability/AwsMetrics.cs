using Pulumi;

namespace Recommender.Infra.Observability;

/// <summary>The metrics that AWS services give of this stack's resources; each service's user guide lists its own.</summary>
internal static class AwsMetrics
{
    /// <summary>Executions of a state machine: <c>ExecutionsStarted</c>, <c>Succeeded</c>, <c>Failed</c>, <c>TimedOut</c>, <c>Aborted</c>.</summary>
    public static Metric Executions(Input<string> stateMachineArn, string what) =>
        new("AWS/States", $"Executions{what}", "Sum", ("StateMachineArn", stateMachineArn)) { Label = what };

    /// <summary>How long executions took, in milliseconds; known when they end.</summary>
    public static Metric ExecutionTime(Input<string> stateMachineArn) =>
        new("AWS/States", "ExecutionTime", "Maximum", ("StateMachineArn", stateMachineArn)) { Label = "longest run" };

    /// <summary>A queue's messages that nobody has taken.</summary>
    public static Metric Waiting(Input<string> queueName) =>
        new("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", ("QueueName", queueName)) { Label = "undelivered starts" };

    /// <summary>A workgroup's <c>ProcessedBytes</c> (bytes), <c>QueryQueueTime</c> or <c>TotalExecutionTime</c> (milliseconds).</summary>
    public static Metric Athena(Workgroup workgroup, string name, string statistic) =>
        new("AWS/Athena", name, statistic, ("WorkGroup", workgroup.Name)) { Label = workgroup.Label };

    /// <summary>Processor or memory of the tasks of one family: <c>CpuUtilized</c> (CPU units), <c>MemoryUtilized</c> (MiB), by Container Insights.</summary>
    public static Metric Tasks(Input<string> clusterName, TaskFamily family, string name) =>
        new("ECS/ContainerInsights", name, "Maximum", ("ClusterName", clusterName), ("TaskDefinitionFamily", family.Name)) { Label = family.Label };

    /// <summary>A service's <c>CPUUtilization</c> or <c>MemoryUtilization</c>, in percent.</summary>
    public static Metric Service(MonitoredApi api, string name) =>
        new("AWS/ECS", name, "Average", ("ClusterName", api.ClusterName), ("ServiceName", api.ServiceName)) { Label = "serving" };

    /// <summary>The HTTP API's <c>Count</c>, <c>4xx</c>, <c>5xx</c> or <c>Latency</c> (milliseconds).</summary>
    public static Metric Api(MonitoredApi api, string name, string statistic = "Sum") =>
        new("AWS/ApiGateway", name, statistic, ("ApiId", api.ApiId), ("Stage", api.StageName));

    /// <summary>A metric of the load balancer's target group.</summary>
    public static Metric Targets(MonitoredApi api, string name, string statistic) =>
        new("AWS/ApplicationELB", name, statistic, ("LoadBalancer", api.LoadBalancerSuffix), ("TargetGroup", api.TargetGroupSuffix));

    /// <summary>The database's <c>CPUUtilization</c> (percent), <c>FreeStorageSpace</c> (bytes) or <c>DatabaseConnections</c>.</summary>
    public static Metric Database(Input<string> instanceId, string name, string statistic) =>
        new("AWS/RDS", name, statistic, ("DBInstanceIdentifier", instanceId));

    /// <summary>A metric of the stream.</summary>
    public static Metric Stream(MonitoredStream stream, string name, string statistic) =>
        new("AWS/Kinesis", name, statistic, ("StreamName", stream.StreamName));

    /// <summary>A metric of the stream's delivery into the raw zone.</summary>
    public static Metric Delivery(MonitoredStream stream, string name, string statistic) =>
        new("AWS/Firehose", name, statistic, ("DeliveryStreamName", stream.FirehoseName));
}
