using Recommender.Lake.Errors;
using Recommender.Pipeline.Cloud.Executions;
using Recommender.Pipeline.Cloud.Machines;

namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>Finds a table's tasks: by their id, in a run, or the newest of all.</summary>
/// <param name="clients">The services.</param>
/// <param name="machine">The state machine.</param>
/// <param name="executions">The runs of the whole pipeline.</param>
internal sealed class TaskSearch(CloudClients clients, CloudMachine machine, PipelineExecutions executions)
{
    /// <summary>Runs of the pipeline that are looked through: 5.</summary>
    private const int LookedThrough = 5;

    /// <summary>A task by its id, whether ECS still knows it or not: its log is kept longer.</summary>
    public CloudTask ById(string table, string id)
    {
        var parameters = Job(table);
        var arn = id.StartsWith("arn:", StringComparison.Ordinal) ? id : $"{machine.Text.ClusterArn.Replace(":cluster/", ":task/", StringComparison.Ordinal)}/{id}";
        return new CloudTask(table, arn, parameters["TaskDefinition"]!.GetValue<string>(), parameters["Overrides"]!["ContainerOverrides"]![0]!["Name"]!.GetValue<string>());
    }

    /// <summary>The table's tasks in a run of the pipeline.</summary>
    /// <exception cref="CallerException">There is no such run, or the table has no task in it.</exception>
    public async Task<IReadOnlyList<CloudTask>> OfRunAsync(string table, string run, CancellationToken cancellationToken)
    {
        _ = Job(table);
        var view = await executions.ViewAsync(run, cancellationToken).ConfigureAwait(false);
        return Of(table, view) is { Count: > 0 } tasks ? tasks : throw new CallerException($"{table} has no task in the run {view.Run} ({view.Status}); 'recommender cloud status {view.Run}' shows which tables have");
    }

    /// <summary>The table's newest tasks, of a run of the pipeline or of the table alone.</summary>
    /// <exception cref="CallerException">There are none.</exception>
    public async Task<IReadOnlyList<CloudTask>> NewestAsync(string table, CancellationToken cancellationToken)
    {
        _ = Job(table);
        var alone = await new TaskFinder(clients, machine).NewestAsync(table, cancellationToken).ConfigureAwait(false);
        foreach (var listed in await executions.LatestAsync(LookedThrough, cancellationToken).ConfigureAwait(false))
        {
            var view = listed.IsDone ? await executions.ViewAsync(listed.Arn, cancellationToken).ConfigureAwait(false) : listed;
            if (Of(table, view) is { Count: > 0 } tasks)
            {
                return alone is { } own && own.Began > view.StartedAt ? own.Tasks : tasks;
            }
        }

        return alone?.Tasks ?? throw new CallerException(
            $"no task of {table} is known: not in the last {LookedThrough} runs of the pipeline, nor started alone within the hour; name an older one with --execution or --task");
    }

    private System.Text.Json.Nodes.JsonObject Job(string table) =>
        machine.Text.IsJob(table) ? machine.Text.Parameters(table) : throw new CallerException($"the deployed pipeline has no job for {table}; it has {string.Join(", ", machine.Text.Tables)}");

    private static List<CloudTask> Of(string table, ExecutionView view) =>
        [.. view.Steps.Where(step => step.Task is not null && (step.Label == table || step.Label.StartsWith($"{table}: ", StringComparison.Ordinal))).Select(step => step.Task!)];
}
