using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Json;
using Recommender.AwsEmulator.Logs;

namespace Recommender.AwsEmulator.Ecs;

/// <summary>Takes a task from being provisioned to its end.</summary>
/// <param name="logs">Takes what it writes.</param>
/// <param name="clock">Waits.</param>
internal sealed class TaskRunner(LogStore logs, TimeProvider clock)
{
    private const int Killed = 137;
    private const int StopSeconds = 30;

    /// <summary>Runs a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="launcher">Starts its container; null where none was given.</param>
    /// <param name="fault">What goes wrong; null for nothing.</param>
    /// <param name="delay">How long it is provisioned, and how long it is pending.</param>
    public async Task RunAsync(EcsTask task, ITaskLauncher? launcher, TaskFault? fault, TimeSpan delay)
    {
        if (!await WaitAsync(task, delay))
        {
            return;
        }

        task.Move("PENDING");
        if (!await WaitAsync(task, delay))
        {
            return;
        }

        switch (fault?.Kind)
        {
            case TaskFaultKind.NeverStarts:
                task.End(null, "TaskFailedToStart", fault.Reason, fault.Reason);
                return;
            case TaskFaultKind.OutOfMemory:
                task.Move("RUNNING");
                task.End(Killed, "EssentialContainerExited", "Essential container in task exited", "OutOfMemoryError: Container killed due to memory usage");
                return;
        }

        try
        {
            using var run = (launcher ?? throw new TaskStartException("CannotStartContainerError: the emulator was given no launcher")).Launch(Launch(task));
            task.Move("RUNNING");
            var code = await FollowAsync(task, run);
            task.End(code, "EssentialContainerExited", "Essential container in task exited", null);
        }
        catch (TaskStartException failed)
        {
            task.End(null, "TaskFailedToStart", failed.Message, failed.Message);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A test must see that the emulator broke, and where.
            await Console.Error.WriteLineAsync($"the emulated ECS failed at task {task.Arn}: {bug}");
            task.End(null, "TaskFailedToStart", $"the emulator failed: {bug.Message}", null);
        }
    }

    // False where it was stopped meanwhile, before it had run.
    private async Task<bool> WaitAsync(EcsTask task, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, clock, task.Stopping);
            return true;
        }
        catch (OperationCanceledException)
        {
            task.End(null, "UserInitiated", "Task stopped before it ran", null);
            return false;
        }
    }

    private async Task<int> FollowAsync(EcsTask task, ITaskRun run)
    {
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, task.Stopping);
        if (await Task.WhenAny(run.Ended, stopped) == stopped)
        {
            run.Terminate();
            var patience = TimeSpan.FromSeconds(task.Container.Number("stopTimeout") ?? StopSeconds);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(task.Abandoning);
            if (await Task.WhenAny(run.Ended, Task.Delay(patience, clock, ended.Token)) != run.Ended)
            {
                run.Kill();
            }

            await ended.CancelAsync();
        }

        return await run.Ended;
    }

    private TaskLaunch Launch(EcsTask task)
    {
        var (container, changes) = (task.Container, task.Override);
        var environment = new Dictionary<string, string>();
        foreach (var variable in container.Objects("environment").Concat(changes?.Objects("environment") ?? []))
        {
            environment[variable.Required("name", "ClientException")] = variable.Text("value") ?? "";
        }

        return new()
        {
            TaskArn = task.Arn,
            Container = container.Text("name")!,
            Image = container.Text("image") ?? "",
            Command = changes?["command"] is null ? container.Texts("command") : changes.Texts("command"),
            Environment = environment,
            Write = Log(task, container),
        };
    }

    private Action<string> Log(EcsTask task, JsonObject container)
    {
        if (container.Object("logConfiguration") is not { } log || log.Text("logDriver") != "awslogs" || log.Object("options") is not { } options)
        {
            return _ => { };
        }

        var group = options.Required("awslogs-group", "ClientException");
        var stream = $"{options.Text("awslogs-stream-prefix") ?? "ecs"}/{container.Text("name")}/{task.Id}";
        return line => logs.Write(group, stream, line);
    }
}
