using Amazon.StepFunctions.Model;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Cloud.Machines;

namespace Recommender.Pipeline.Cloud.Executions;

/// <summary>One execution, looked at again and again.</summary>
/// <param name="clients">The services.</param>
/// <param name="machine">The state machine.</param>
/// <param name="arn">The execution.</param>
internal sealed class ExecutionWatch(CloudClients clients, CloudMachine machine, string arn)
{
    private readonly ExecutionHistory _history = new(clients, arn);
    private readonly ExecutionSteps _steps = new(machine.Text.IsJob);

    /// <summary>How it is doing now.</summary>
    /// <exception cref="CallerException">There is no such execution.</exception>
    public async Task<ExecutionView> LookAsync(CancellationToken cancellationToken)
    {
        // First how it is, then its events: so an execution that has ended has told all of them.
        var described = await DescribeAsync(cancellationToken).ConfigureAwait(false);
        foreach (var happened in await _history.MoreAsync(cancellationToken).ConfigureAwait(false))
        {
            _steps.Apply(happened);
        }

        var ended = PipelineExecutions.Utc(described.StopDate);
        if (ended is { } end)
        {
            _steps.End(end);
        }

        return new ExecutionView(
            described.Name, arn, described.Status.Value, PipelineExecutions.Utc(described.StartDate) ?? default, ended, described.Error ?? "", described.Cause ?? "", _steps.All);
    }

    /// <summary>Looks until it has ended.</summary>
    /// <param name="reporter">Is told of every look.</param>
    /// <param name="clock">Times the looks.</param>
    /// <param name="cancellationToken">Stops following, and nothing else.</param>
    public async Task<ExecutionView> FollowAsync(IExecutionReporter reporter, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            var view = await LookAsync(cancellationToken).ConfigureAwait(false);
            reporter.Show(view.Steps);
            if (!view.IsRunning)
            {
                return view;
            }

            await Task.Delay(clients.Pace.Poll, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<DescribeExecutionResponse> DescribeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await CloudCall.Async(
                $"Step Functions DescribeExecution of {arn}",
                token => clients.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = arn }, token),
                cancellationToken).ConfigureAwait(false);
        }
        catch (EnvironmentException error) when (error.InnerException is ExecutionDoesNotExistException or InvalidArnException)
        {
            throw new CallerException($"there is no run '{arn[(arn.LastIndexOf(':') + 1)..]}'; 'recommender cloud status' lists the latest", error);
        }
    }
}
