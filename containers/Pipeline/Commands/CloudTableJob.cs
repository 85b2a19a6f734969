using Recommender.Lake.Errors;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Cloud.Tasks;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary>Runs and follows the job of one table, or its shards and then the job that publishes them.</summary>
/// <param name="session">The stack.</param>
/// <param name="table">The table.</param>
/// <param name="run">The run's id.</param>
/// <param name="source">The delivery; null for the standing one.</param>
/// <param name="json">Whether the output is one JSON document.</param>
internal sealed class CloudTableJob(CloudSession session, TableName table, string run, string? source, bool json)
{
    private readonly TaskStarter _starter = new(session.Clients);
    private readonly List<CloudTask> _started = [];
    private readonly List<TaskEnd> _ended = [];

    /// <summary>Runs.</summary>
    /// <returns>The program's exit code: that of the first task that did not end well; the environment's where a task never started or was stopped from outside.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var phase in new JobPlan(session.Machine, table, run, source).Phases())
            {
                if (await RunAsync(phase, cancellationToken).ConfigureAwait(false) is not ExitCodes.Fine and var code)
                {
                    return Tell(code);
                }
            }

            return Tell(ExitCodes.Fine);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LetGo();
            return session.Terminal.StopCode();
        }
        catch (EnvironmentException) when (Running.Any())
        {
            LetGo();
            throw;
        }
    }

    private async Task<int> RunAsync(IReadOnlyList<CloudJob> phase, CancellationToken cancellationToken)
    {
        var tasks = new List<CloudTask>();
        foreach (var job in phase)
        {
            cancellationToken.ThrowIfCancellationRequested();
            tasks.Add(await _starter.StartAsync(job).ConfigureAwait(false));
            _started.Add(tasks[^1]);
        }

        var reporter = new TaskReporter(session.Terminal, session.Quiet, linesToError: json, labelled: phase.Count > 1);
        var ends = await new TaskFollower(session.Clients, session.Terminal.Clock, reporter).FollowAsync(tasks, cancellationToken).ConfigureAwait(false);
        _ended.AddRange(ends);
        foreach (var end in ends.Where(end => !end.IsFine))
        {
            session.Terminal.Error.WriteLine($"error: {end.Fault}");
        }

        // A program that ended with a code tells more than a task that never started: that is the environment's fault.
        return ends.FirstOrDefault(end => end.ExitCode is not (null or ExitCodes.Fine))?.ExitCode
            ?? (ends.All(end => end.IsFine) ? ExitCodes.Fine : ExitCodes.Environment);
    }

    private int Tell(int code)
    {
        if (json)
        {
            CloudReport.WriteJson(session, table, run, _ended, code);
        }
        else if (code == ExitCodes.Fine && !session.Quiet)
        {
            session.Terminal.Error.WriteLine($"{table}: done (run {run})");
        }

        return code;
    }

    /// <summary>The tasks that go on without this program.</summary>
    private IEnumerable<CloudTask> Running => _started.Where(task => _ended.TrueForAll(end => end.Task != task));

    private void LetGo()
    {
        var running = Running.Select(task => task.Id).ToList();
        var again = session.Line($"run {table} --run-id {run}{(source is null ? "" : $" --source {source}")}");
        session.Terminal.Error.WriteLine(running.Count == 0
            ? $"stopped: no task is running; go on with\n  {again}"
            : $"no longer followed: {HumanText.Of(running.Count, "task")} of {table} may still run on AWS\n  follow again:  {again}\n  stop:          {session.Line($"stop {string.Join(' ', running)}")}");
    }
}
