using Amazon.ECS.Model;
using Recommender.Lake.Errors;

namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>Starts tasks.</summary>
/// <param name="clients">The services.</param>
internal sealed class TaskStarter(CloudClients clients)
{
    /// <summary>Starts a job, or finds the task that the same run started before.</summary>
    /// <exception cref="CallerException">The run's id was used for the same job with other arguments.</exception>
    /// <exception cref="EnvironmentException">ECS did not take it.</exception>
    public async Task<CloudTask> StartAsync(CloudJob job)
    {
        RunTaskResponse response;
        try
        {
            // It is not cancelled half-way: whoever stops the program must be told of the task, which would run all the same.
            response = await CloudCall.Async($"ECS RunTask of {job.Label}", token => SendAsync(job, token), CancellationToken.None).ConfigureAwait(false);
        }
        catch (EnvironmentException error) when (error.InnerException is ConflictException)
        {
            throw new CallerException($"{job.Label}: the run id was used before with other arguments; give another --run-id\n{error.Message}", error);
        }

        if (response.Tasks is not [{ } task, ..])
        {
            var reasons = (response.Failures ?? []).Select(failure => $"{failure.Reason} {failure.Detail} {failure.Arn}".Trim());
            throw new EnvironmentException($"{job.Label}: ECS did not take the task: {string.Join("; ", reasons)}\ntry again later, with the same command");
        }

        return new CloudTask(job.Label, task.TaskArn, task.TaskDefinitionArn ?? job.Request.TaskDefinition, job.Container);
    }

    private Task<RunTaskResponse> SendAsync(CloudJob job, CancellationToken cancellationToken) => clients.Ecs.RunTaskAsync(job.Request, cancellationToken);
}
