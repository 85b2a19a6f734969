using System.Collections.Concurrent;
using Amazon.ECS.Model;

namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>Finds where tasks write, from their definitions; a definition never changes, so each is read once.</summary>
/// <param name="clients">The services.</param>
internal sealed class LogPlaces(CloudClients clients)
{
    private readonly ConcurrentDictionary<string, TaskDefinition> _definitions = new();

    /// <summary>The place of a task's log; null where its definition writes none to CloudWatch Logs.</summary>
    public async Task<LogPlace?> OfAsync(CloudTask task, CancellationToken cancellationToken)
    {
        if (!_definitions.TryGetValue(task.Definition, out var definition))
        {
            var response = await CloudCall.Async(
                $"ECS DescribeTaskDefinition of {task.Definition}",
                token => clients.Ecs.DescribeTaskDefinitionAsync(new DescribeTaskDefinitionRequest { TaskDefinition = task.Definition }, token),
                cancellationToken).ConfigureAwait(false);
            definition = _definitions[task.Definition] = response.TaskDefinition;
        }

        var container = definition.ContainerDefinitions?.FirstOrDefault(found => task.Container is null || found.Name == task.Container);
        return container?.LogConfiguration is { LogDriver.Value: "awslogs", Options: { } options }
            && options.TryGetValue("awslogs-group", out var group)
            && options.TryGetValue("awslogs-stream-prefix", out var prefix)
            ? new LogPlace(group, $"{prefix}/{container.Name}/{task.Id}")
            : null;
    }
}
