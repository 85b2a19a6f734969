using Amazon.ECS.Model;
using Task = System.Threading.Tasks.Task;

namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>Reads the logs of tasks, the past ones' too.</summary>
/// <param name="clients">The services.</param>
/// <param name="clock">Times the looks.</param>
/// <param name="reporter">Is told the lines.</param>
internal sealed class LogReader(CloudClients clients, TimeProvider clock, ITaskReporter reporter)
{
    private readonly LogPlaces _places = new(clients);

    /// <summary>Reads.</summary>
    /// <param name="tasks">Tasks of one cluster.</param>
    /// <param name="lines">The last lines of each.</param>
    /// <param name="follow">Whether to go on until all have ended.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether there were lines.</returns>
    public async Task<bool> ReadAsync(IReadOnlyList<CloudTask> tasks, int lines, bool follow, CancellationToken cancellationToken)
    {
        var logs = tasks.Select(task => (Task: task, Log: new TaskLog(clients, _places, task))).ToList();
        var told = false;
        foreach (var (task, log) in logs)
        {
            told |= Tell(task, await log.TailAsync(lines, cancellationToken).ConfigureAwait(false));
        }

        for (var running = follow; running;)
        {
            // First whether they run, then what they wrote: so a task that has ended has told all.
            running = await AnyRunsAsync(tasks, cancellationToken).ConfigureAwait(false);
            await Task.Delay(clients.Pace.Poll, clock, cancellationToken).ConfigureAwait(false);
            foreach (var (task, log) in logs)
            {
                told |= Tell(task, await log.MoreAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        return told;
    }

    private bool Tell(CloudTask task, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            reporter.Line(task, line);
        }

        return lines.Count > 0;
    }

    /// <summary>A task that ECS no longer knows has ended.</summary>
    private async Task<bool> AnyRunsAsync(IReadOnlyList<CloudTask> tasks, CancellationToken cancellationToken)
    {
        var response = await CloudCall.Async(
            $"ECS DescribeTasks of {tasks[0].Cluster}",
            token => clients.Ecs.DescribeTasksAsync(new DescribeTasksRequest { Cluster = tasks[0].Cluster, Tasks = [.. tasks.Select(task => task.Arn)] }, token),
            cancellationToken).ConfigureAwait(false);
        return (response.Tasks ?? []).Exists(task => task.LastStatus != "STOPPED");
    }
}
