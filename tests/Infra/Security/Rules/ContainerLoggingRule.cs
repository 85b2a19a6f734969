using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Every container logs to a log group of the stack.</summary>
internal sealed class ContainerLoggingRule() : ResourceRule("ecs/taskDefinition:TaskDefinition", "ecs_task_definitions_logging_enabled")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource) =>
        from container in TaskDefinitions.Containers(resource)
        let options = GraphValue.At(container, "logConfiguration.options") as IReadOnlyDictionary<string, object>
        let kept = GraphValue.At(container, "logConfiguration.logDriver") is "awslogs" && graph.OfType("cloudwatch/logGroup:LogGroup").Any(known => known.Id == options?.GetValueOrDefault("awslogs-group") as string)
        select ("ecs_task_definitions_logging_enabled", kept, $"{TaskDefinitions.Name(container)} does not log to a log group of this stack");
}
