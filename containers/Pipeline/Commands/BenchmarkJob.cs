using Recommender.Lake.Building;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Running;
using Recommender.Pipeline.Sequences;
using Recommender.Ranking.Sequences;

namespace Recommender.Pipeline.Commands;

/// <summary>Runs a benchmark with progress.</summary>
/// <param name="set">The users.</param>
/// <param name="options">How.</param>
/// <param name="trend">Whether the train users' next baskets are to show what is trending, too.</param>
/// <param name="memory">Bytes that queries may take.</param>
internal sealed class BenchmarkJob(SequenceSet set, BenchmarkOptions options, bool trend, long memory)
{
    /// <summary>What the reporter calls it.</summary>
    public const string Name = "benchmark";

    /// <summary>Trains, ranks and measures.</summary>
    public Task<BenchmarkReport> RunAsync(Terminal terminal, bool quiet, CancellationToken cancellationToken) =>
        RunProgress.ShowAsync(terminal, quiet, reporter => Task.Run(
            () =>
            {
                reporter.Started(Name, $"{HumanText.Of(set.Count(SequencePart.Train).Users, "user")} to learn from, {HumanText.Count(set.Count(SequencePart.Test).Users)} to rank for");
                var started = terminal.Clock.GetTimestamp();
                using var progress = new JobProgress(Name, reporter, terminal.Clock);
                try
                {
                    var report = Run(progress, cancellationToken);
                    progress.End(new StepResult(Name, StepState.Built, report.Lists.Count, 0, terminal.Clock.GetElapsedTime(started), "ranked"));
                    return report;
                }
                catch (Exception error)
                {
                    progress.End(new StepResult(Name, StepState.Failed, 0, 0, terminal.Clock.GetElapsedTime(started), error.Message) { Error = error });
                    throw;
                }
            },
            cancellationToken));

    private BenchmarkReport Run(JobProgress progress, CancellationToken cancellationToken)
    {
        var benchmark = new SequenceBenchmark(set, options, progress, cancellationToken);
        benchmark.MeasureBaselines(cancellationToken);
        progress.Report(new StepProgress("counting items", -1, set.Items));
        using var tables = new SequenceTables(set, memory, options.Threads, cancellationToken);
        tables.Count(cancellationToken);
        List<BenchmarkResult> results = [benchmark.Learn(trend: false, tables.Connection, cancellationToken)];
        if (trend)
        {
            progress.Report(new StepProgress("counting items", -1, set.Items));
            tables.AddNextBaskets(cancellationToken);
            tables.Count(cancellationToken);
            results.Add(benchmark.Learn(trend: true, tables.Connection, cancellationToken));
        }

        return new BenchmarkReport(set, benchmark.Metrics, results);
    }
}
