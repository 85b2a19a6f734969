using Amazon.ECS.Model;
using Recommender.Lake.Errors;
using EcsTask = Amazon.ECS.Model.Task;
using Task = System.Threading.Tasks.Task;

namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>Follows tasks until all have stopped: their states, and the lines they write.</summary>
/// <param name="clients">The services.</param>
/// <param name="clock">Times the looks.</param>
/// <param name="reporter">Is told.</param>
internal sealed class TaskFollower(CloudClients clients, TimeProvider clock, ITaskReporter reporter)
{
    private const int MostDescribed = 100;
    private const string Stopped = "STOPPED";

    private readonly LogPlaces _places = new(clients);

    /// <summary>Follows.</summary>
    /// <param name="tasks">Tasks of one cluster.</param>
    /// <param name="cancellationToken">Stops following, and nothing else.</param>
    /// <returns>How each ended, in the order given.</returns>
    /// <exception cref="EnvironmentException">ECS cannot be asked, or does not know a task.</exception>
    public async Task<IReadOnlyList<TaskEnd>> FollowAsync(IReadOnlyList<CloudTask> tasks, CancellationToken cancellationToken)
    {
        var followed = tasks.Select(task => new Followed(task, new TaskLog(clients, _places, task))).ToList();
        while (followed.Any(one => one.State != Stopped))
        {
            await LookAsync(followed.Where(one => one.State != Stopped).ToList(), cancellationToken).ConfigureAwait(false);
            await ReadAsync(followed, cancellationToken).ConfigureAwait(false);
            await Task.Delay(clients.Pace.Poll, clock, cancellationToken).ConfigureAwait(false);
        }

        // What a task wrote last may arrive a moment after its end.
        await ReadAsync(followed, cancellationToken).ConfigureAwait(false);
        return followed.ConvertAll(one => one.End());
    }

    private async Task LookAsync(List<Followed> running, CancellationToken cancellationToken)
    {
        foreach (var some in running.Chunk(MostDescribed))
        {
            var response = await CloudCall.Async(
                $"ECS DescribeTasks of {some[0].Task.Cluster}",
                token => clients.Ecs.DescribeTasksAsync(new DescribeTasksRequest { Cluster = some[0].Task.Cluster, Tasks = [.. some.Select(one => one.Task.Arn)] }, token),
                cancellationToken).ConfigureAwait(false);
            var found = (response.Tasks ?? []).ToDictionary(task => task.TaskArn);
            foreach (var one in some)
            {
                Note(one, found.GetValueOrDefault(one.Task.Arn));
            }
        }
    }

    private void Note(Followed one, EcsTask? found)
    {
        if (found is null)
        {
            // ECS tells of a new task a moment after it has taken it.
            one.Misses++;
            if (one.Misses >= clients.Pace.MostMisses)
            {
                throw new EnvironmentException($"{one.Task.Label}: ECS does not know task {one.Task.Id}; a task is forgotten about an hour after its end");
            }

            return;
        }

        one.Misses = 0;
        one.Found = found;
        if (found.LastStatus != one.State)
        {
            one.State = found.LastStatus;
            reporter.Changed(one.Task, found.LastStatus);
        }
    }

    private async Task ReadAsync(List<Followed> followed, CancellationToken cancellationToken)
    {
        foreach (var one in followed.Where(one => one.Found is not null))
        {
            foreach (var line in await one.Log.MoreAsync(cancellationToken).ConfigureAwait(false))
            {
                reporter.Line(one.Task, line);
            }
        }
    }

    private sealed class Followed(CloudTask task, TaskLog log)
    {
        public CloudTask Task => task;

        public TaskLog Log => log;

        public string? State { get; set; }

        public int Misses { get; set; }

        public EcsTask? Found { get; set; }

        public TaskEnd End() => StoppedTask.End(task, Found!, log.Last);
    }
}
