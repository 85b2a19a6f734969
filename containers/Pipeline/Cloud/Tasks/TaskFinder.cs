using Amazon.ECS;
using Amazon.ECS.Model;
using Recommender.Pipeline.Cloud.Machines;
using EcsTask = Amazon.ECS.Model.Task;

namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>Finds the tasks that 'cloud run' started for one table, among those that ECS still knows: the running, and those that stopped within the hour.</summary>
/// <param name="clients">The services.</param>
/// <param name="machine">The state machine.</param>
internal sealed class TaskFinder(CloudClients clients, CloudMachine machine)
{
    private const int MostDescribed = 100;

    /// <summary>The tasks of the newest run by hand, with the moment it began; none where there was none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(DateTimeOffset Began, IReadOnlyList<CloudTask> Tasks)?> NewestAsync(string table, CancellationToken cancellationToken)
    {
        var definition = machine.Text.Parameters(table)["TaskDefinition"]!.GetValue<string>();
        var found = new List<EcsTask>();
        foreach (var state in new[] { DesiredStatus.RUNNING, DesiredStatus.STOPPED })
        {
            found.AddRange(await ListAsync(Family(definition), state, cancellationToken).ConfigureAwait(false));
        }

        var runs = found
            .Where(task => task.StartedBy == JobPlan.StartedBy && Option(task, "--only") == table)
            .GroupBy(task => Option(task, "--run-id"))
            .Select(run => run.OrderBy(task => task.CreatedAt).ToList())
            .OrderBy(run => run[^1].CreatedAt)
            .ToList();
        return runs.Count == 0 ? null : (new DateTimeOffset((runs[^1][0].CreatedAt ?? default).ToUniversalTime()), runs[^1].ConvertAll(task => Of(table, task)));
    }

    /// <summary>A task definition's family, from its ARN.</summary>
    private static string Family(string definition) => definition[(definition.LastIndexOf('/') + 1)..].Split(':')[0];

    private static CloudTask Of(string table, EcsTask task)
    {
        var label = Option(task, "--shard") is { } shard ? $"{table}: shard {shard}" : table;
        return new CloudTask(label, task.TaskArn, task.TaskDefinitionArn, task.Overrides!.ContainerOverrides![0].Name);
    }

    private static string? Option(EcsTask task, string name) =>
        task.Overrides?.ContainerOverrides is [{ Command: { } command }, ..] ? command.SkipWhile(word => word != name).Skip(1).FirstOrDefault() : null;

    private async Task<List<EcsTask>> ListAsync(string family, DesiredStatus state, CancellationToken cancellationToken)
    {
        var tasks = new List<EcsTask>();
        string? next = null;
        do
        {
            var page = await CloudCall.Async(
                $"ECS ListTasks of {family}",
                token => clients.Ecs.ListTasksAsync(new ListTasksRequest { Cluster = machine.Text.ClusterArn, Family = family, DesiredStatus = state, NextToken = next }, token),
                cancellationToken).ConfigureAwait(false);
            foreach (var some in (page.TaskArns ?? []).Chunk(MostDescribed))
            {
                var described = await CloudCall.Async(
                    $"ECS DescribeTasks of {family}",
                    token => clients.Ecs.DescribeTasksAsync(new DescribeTasksRequest { Cluster = machine.Text.ClusterArn, Tasks = [.. some] }, token),
                    cancellationToken).ConfigureAwait(false);
                tasks.AddRange(described.Tasks ?? []);
            }

            next = page.NextToken;
        }
        while (next is not null);
        return tasks;
    }
}
