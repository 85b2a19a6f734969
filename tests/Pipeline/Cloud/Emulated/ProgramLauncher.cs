using Recommender.AwsEmulator.Ecs;
using Recommender.Pipeline.Cloud.Tasks;
using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Tests.Cloud.Emulated;

/// <summary>Runs a task's command with this very program, in-process, with the task's environment and a work folder of its own.</summary>
/// <param name="folder">Where work folders are made.</param>
internal sealed class ProgramLauncher(string folder) : ITaskLauncher
{
    /// <inheritdoc/>
    public ITaskRun Launch(TaskLaunch launch)
    {
        var variables = new Dictionary<string, string>(launch.Environment) { ["RECOMMENDER_WORK"] = Path.Combine(folder, CloudTask.IdOf(launch.TaskArn)) };
        return new Run(launch, variables);
    }

    private sealed class Run : ITaskRun
    {
        private readonly CancellationTokenSource _stop = new();

        public Run(TaskLaunch launch, Dictionary<string, string> variables) => Ended = Task.Run(async () =>
        {
            using var lines = new StringWriter { NewLine = "\n" };
            var written = TextWriter.Synchronized(lines);
            var terminal = new Terminal { Out = written, Error = written, Clock = TimeProvider.System, Stopped = _stop.Token, Variables = name => variables.GetValueOrDefault(name) };
            var code = await RecommenderProgram.RunAsync(launch.Command, terminal);
            foreach (var line in lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                launch.Write(line);
            }

            return code;
        });

        public Task<int> Ended { get; }

        public void Terminate() => _stop.Cancel();

        public void Kill() => _stop.Cancel();

        public void Dispose() => _stop.Dispose();
    }
}
