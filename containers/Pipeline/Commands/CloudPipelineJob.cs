using Recommender.Lake.Errors;
using Recommender.Pipeline.Cloud.Executions;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary>Starts and follows an execution of the whole pipeline.</summary>
/// <param name="session">The stack.</param>
/// <param name="run">The run's id.</param>
/// <param name="source">The delivery; null for the standing one.</param>
/// <param name="json">Whether the output is one JSON document.</param>
internal sealed class CloudPipelineJob(CloudSession session, string run, string? source, bool json)
{
    /// <summary>Runs.</summary>
    /// <returns>0, the exit code of the job that failed where it is the caller's or the data's fault, else the environment's.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var arn = await session.Executions.StartAsync(run, source).ConfigureAwait(false);
        try
        {
            return Tell(await FollowAsync(arn, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LetGo();
            return session.Terminal.StopCode();
        }
        catch (EnvironmentException)
        {
            LetGo();
            throw;
        }
    }

    private void LetGo() => session.Terminal.Error.WriteLine(
        $"no longer followed: the run {run} goes on on AWS\n  look:  {session.Line($"status {run}")}\n  stop:  {session.Line($"stop {run}")}");

    private async Task<ExecutionView> FollowAsync(string arn, CancellationToken cancellationToken)
    {
        var terminal = session.Terminal;
        using IExecutionReporter reporter = !session.Quiet && terminal.CanRedraw() ? new LiveExecutionReporter(terminal) : new PlainExecutionReporter(terminal, session.Quiet);
        return await session.Executions.Watch(arn).FollowAsync(reporter, terminal.Clock, cancellationToken).ConfigureAwait(false);
    }

    private int Tell(ExecutionView view)
    {
        if (json)
        {
            CloudReport.WriteJson(session, view);
        }
        else
        {
            CloudReport.WriteText(session, view);
        }

        if (view.IsDone)
        {
            return ExitCodes.Fine;
        }

        session.Terminal.Error.WriteLine($"error: the run {view.Run} ended as {view.Status}{(view.Telling is { } step ? $" at {step.Label}" : "")}: {view.Why}");
        if (view.Telling is { Task: not null } failed)
        {
            session.Terminal.Error.WriteLine($"see what it wrote with '{session.Line($"logs {failed.Label.Split(':')[0]} --execution {view.Run}")}'");
        }

        return view.Telling?.ExitCode is ExitCodes.Caller or ExitCodes.Data ? view.Telling.ExitCode.Value : ExitCodes.Environment;
    }
}
