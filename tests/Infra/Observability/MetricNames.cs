using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Observability;

/// <summary>What a metric's dimension names in a stack.</summary>
internal static class MetricNames
{
    /// <summary>The values that a dimension can have: what the stack's resources are called.</summary>
    /// <exception cref="NotSupportedException">The dimension is not known.</exception>
    public static IReadOnlySet<string> Of(StackGraph graph, string dimension) => dimension switch
    {
        "StateMachineArn" => All(graph, "sfn/stateMachine:StateMachine", "arn"),
        "QueueName" => All(graph, "sqs/queue:Queue", "name"),
        "WorkGroup" => All(graph, "athena/workgroup:Workgroup", "name"),
        "ClusterName" => All(graph, "ecs/cluster:Cluster", "name"),
        "ServiceName" => All(graph, "ecs/service:Service", "name"),
        "TaskDefinitionFamily" => All(graph, "ecs/taskDefinition:TaskDefinition", "family"),
        "ApiId" => graph.OfType("apigatewayv2/api:Api").Select(api => api.Id).ToHashSet(),
        "Stage" => All(graph, "apigatewayv2/stage:Stage", "name"),
        "LoadBalancer" => All(graph, "lb/loadBalancer:LoadBalancer", "arnSuffix"),
        "TargetGroup" => All(graph, "lb/targetGroup:TargetGroup", "arnSuffix"),
        "DBInstanceIdentifier" => All(graph, "rds/instance:Instance", "identifier"),
        "StreamName" => All(graph, "kinesis/stream:Stream", "name"),
        "DeliveryStreamName" => All(graph, "kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "name"),
        _ => throw new NotSupportedException($"no metric is expected to have the dimension {dimension}"),
    };

    private static HashSet<string> All(StackGraph graph, string type, string output) => [.. graph.OfType(type).Select(resource => (string)resource.Outputs[output])];
}
