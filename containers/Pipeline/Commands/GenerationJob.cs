using Recommender.Ingest.Generation;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Running;

namespace Recommender.Pipeline.Commands;

/// <summary>Generates a delivery with progress.</summary>
internal static class GenerationJob
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Generates.</summary>
    public static Task<GeneratorSummary> RunAsync(GeneratorOptions options, string folder, Terminal terminal, bool quiet, CancellationToken cancellationToken) =>
        RunProgress.ShowAsync(terminal, quiet, reporter => Task.Run(
            () =>
            {
                var name = Path.GetFileName(folder);
                reporter.Started(name, $"generating orders of {HumanText.Of(options.Users, "user")}");
                var started = terminal.Clock.GetTimestamp();
                var summary = GroceryGenerator.Generate(options, folder, new Progress(name, options.Users, reporter, terminal.Clock), cancellationToken);
                reporter.Ended(new StepResult(name, StepState.Built, summary.Lines.Values.Sum(), 0, terminal.Clock.GetElapsedTime(started), "generated"));
                return summary;
            },
            cancellationToken));

    private sealed class Progress(string name, int users, IRunReporter reporter, TimeProvider clock) : IProgress<GeneratorProgress>
    {
        private readonly Lock _gate = new();
        private readonly long _started = clock.GetTimestamp();
        private long _told = clock.GetTimestamp();

        public void Report(GeneratorProgress value)
        {
            lock (_gate)
            {
                if (clock.GetElapsedTime(_told) >= Interval)
                {
                    _told = clock.GetTimestamp();
                    reporter.Progressed([new RunningStep(name, "generating", (double)value.UsersDone / users, value.LinesWritten, clock.GetElapsedTime(_started))]);
                }
            }
        }
    }
}
