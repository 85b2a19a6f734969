using System.Collections.Concurrent;
using Recommender.AwsEmulator.Ecs;

namespace Recommender.Pipeline.Tests.Cloud.Emulated;

/// <summary>Starts nothing: a job writes its command and ends as the script says.</summary>
internal sealed class ScriptedLauncher : ITaskLauncher
{
    /// <summary>By command line, the exit code; null for a job that goes on until it is stopped.</summary>
    public Func<string, int?> Script { get; set; } = _ => 0;

    /// <summary>The ARNs of the tasks that ran.</summary>
    public ConcurrentQueue<string> Launched { get; } = new();

    /// <inheritdoc/>
    public ITaskRun Launch(TaskLaunch launch)
    {
        Launched.Enqueue(launch.TaskArn);
        var line = string.Join(' ', launch.Command);
        launch.Write($"$ {line}");
        launch.Write("a second line");
        return new Run(Script(line));
    }

    private sealed class Run : ITaskRun
    {
        private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Run(int? code)
        {
            if (code is { } known)
            {
                _ended.SetResult(known);
            }
        }

        public Task<int> Ended => _ended.Task;

        public void Terminate() => _ended.TrySetResult(143);

        public void Kill() => _ended.TrySetResult(137);

        public void Dispose() => Kill();
    }
}
