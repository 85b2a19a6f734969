using System.CommandLine;
using System.Text.RegularExpressions;
using Amazon.ECS.Model;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Cloud;
using Recommender.Pipeline.Cloud.Tasks;
using Recommender.Pipeline.Console;
using Task = System.Threading.Tasks.Task;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender cloud stop</c>: stops runs and tasks.</summary>
internal sealed partial class CloudStopCommand : CloudStackCommand
{
    private readonly Argument<string[]> _ids = new("ID") { Description = "A run's id, or a task's, as 'cloud run' and 'cloud status' show them", Arity = ArgumentArity.OneOrMore };

    public CloudStopCommand()
        : base("stop", "Stops a run of the pipeline with the tasks that it runs, or single tasks. A task has two minutes to end; nothing half-done is published.") => Add(_ids);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("stop a run", "recommender cloud stop 20261122T054500000Z --stack uat"),
        new("stop a task", "recommender cloud stop 0f9de17a6465404e8b1b2356dc13c2f8 --stack uat"),
    ];

    /// <inheritdoc/>
    protected override void Require(ParseResult parsed)
    {
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(CloudSession session, CancellationToken cancellationToken)
    {
        foreach (var id in session.Parsed.GetValue(_ids)!)
        {
            if (TaskId().IsMatch(CloudTask.IdOf(id)))
            {
                await StopTaskAsync(session, CloudTask.IdOf(id), cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await session.Executions.StopAsync(id, cancellationToken).ConfigureAwait(false);
            }

            await session.Terminal.Out.WriteLineAsync($"{id} is being stopped").ConfigureAwait(false);
        }

        return ExitCodes.Fine;
    }

    private static async Task StopTaskAsync(CloudSession session, string id, CancellationToken cancellationToken)
    {
        try
        {
            await CloudCall.Async(
                $"ECS StopTask {id}",
                token => session.Clients.Ecs.StopTaskAsync(
                    new StopTaskRequest { Cluster = session.Machine.Text.ClusterArn, Task = id, Reason = "stopped by 'recommender cloud stop'" }, token),
                cancellationToken).ConfigureAwait(false);
        }
        catch (EnvironmentException error) when (error.InnerException is InvalidParameterException)
        {
            throw new CallerException($"there is no task {id} in stack {session.Stack}, or it has been over for an hour", error);
        }
    }

    [GeneratedRegex(@"\A[0-9a-f]{32}\z")]
    private static partial Regex TaskId();
}
