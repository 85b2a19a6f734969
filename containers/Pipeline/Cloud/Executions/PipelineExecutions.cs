using System.Text.Json.Nodes;
using Amazon.StepFunctions.Model;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Cloud.Machines;

namespace Recommender.Pipeline.Cloud.Executions;

/// <summary>The executions of a stack's pipeline.</summary>
/// <param name="clients">The services.</param>
/// <param name="machine">The state machine.</param>
internal sealed class PipelineExecutions(CloudClients clients, CloudMachine machine)
{
    /// <summary>Starts one; the same run with the same delivery again finds the one that was started.</summary>
    /// <param name="run">The run's id, which becomes the execution's name.</param>
    /// <param name="source">The delivery; null for the standing one.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="CallerException">An execution of that name has ended, or has another delivery.</exception>
    public async Task<string> StartAsync(string run, string? source)
    {
        var input = source is null ? new JsonObject() : new JsonObject { ["source"] = source };
        try
        {
            // Not cancelled half-way: whoever stops the program must be told what goes on without it.
            var started = await CloudCall.Async(
                $"Step Functions StartExecution {run}",
                token => clients.StepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine.Arn, Name = run, Input = input.ToJsonString() }, token),
                CancellationToken.None).ConfigureAwait(false);
            return started.ExecutionArn;
        }
        catch (EnvironmentException error) when (error.InnerException is ExecutionAlreadyExistsException)
        {
            throw new CallerException($"--run-id {run}: there was a run of that id; give another, or look at it with 'recommender cloud status {run}'", error);
        }
    }

    /// <summary>The latest executions, the newest first, with their jobs where they did not end well.</summary>
    /// <param name="count">How many, at most 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<ExecutionView>> LatestAsync(int count, CancellationToken cancellationToken)
    {
        var page = await CloudCall.Async(
            "Step Functions ListExecutions",
            token => clients.StepFunctions.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = machine.Arn, MaxResults = count }, token),
            cancellationToken).ConfigureAwait(false);
        var views = new List<ExecutionView>();
        foreach (var item in (page.Executions ?? []).Take(count))
        {
            var view = new ExecutionView(item.Name, item.ExecutionArn, item.Status.Value, Utc(item.StartDate) ?? default, Utc(item.StopDate), "", "", []);
            views.Add(view.IsDone ? view : await ViewAsync(item.ExecutionArn, cancellationToken).ConfigureAwait(false));
        }

        return views;
    }

    /// <summary>One execution with its jobs.</summary>
    /// <exception cref="CallerException">There is none of that name.</exception>
    public Task<ExecutionView> ViewAsync(string run, CancellationToken cancellationToken) => Watch(run).LookAsync(cancellationToken);

    /// <summary>Watches one execution.</summary>
    /// <param name="run">The run's id, or the execution's ARN.</param>
    public ExecutionWatch Watch(string run) => new(clients, machine, machine.Execution(run));

    /// <summary>Stops one, and with it the tasks that it runs.</summary>
    /// <exception cref="CallerException">There is none of that name.</exception>
    public async Task StopAsync(string run, CancellationToken cancellationToken)
    {
        var watch = Watch(run);
        var view = await watch.LookAsync(cancellationToken).ConfigureAwait(false);
        if (!view.IsRunning)
        {
            throw new CallerException($"the run {view.Run} is over already: {view.Status}");
        }

        await CloudCall.Async(
            $"Step Functions StopExecution of {view.Run}",
            token => clients.StepFunctions.StopExecutionAsync(
                new StopExecutionRequest { ExecutionArn = view.Arn, Error = "Pipeline.Stopped", Cause = "stopped by 'recommender cloud stop'" }, token),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A moment that AWS gives.</summary>
    internal static DateTimeOffset? Utc(DateTime? time) => time is { } given ? new DateTimeOffset(given.ToUniversalTime()) : null;
}
