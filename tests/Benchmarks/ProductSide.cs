using System.Globalization;
using Recommender.Ingest.Csv;
using Recommender.Lake.Building;
using Recommender.Lake.Engine;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Running;

namespace Recommender.Benchmarks;

/// <summary>The product: its own steps, from the files to the curated tables, with all that comes with them.</summary>
internal static class ProductSide
{
    /// <summary>Runs it.</summary>
    /// <param name="delivery">The folder of the six files.</param>
    /// <param name="output">An empty folder, which becomes the lake.</param>
    public static async Task RunAsync(string delivery, string output)
    {
        var lake = new LakeFolder(output);
        using var gate = LakeLock.Take(lake, TimeProvider.System);
        var store = new SnapshotStore(lake);
        using var engine = new DuckDbEngine(new EngineOptions { MemoryBytes = 4L << 30, SpillFolder = lake.Scratch });
        var all = GroceryPipeline.Build(new FeedDelivery(delivery), Environment.ProcessorCount, TimeProvider.System, CancellationToken.None);
        var graph = new PipelineGraph(all.Steps.Where(step => step.Table.Name.Zone <= Zone.Curated));
        var runner = new PipelineRunner(store, new EmbeddedStepBuilder(store, engine, TimeProvider.System), new Planner(store), new Lines(), TimeProvider.System);
        var results = await runner.RunAsync(graph, "benchmark", parallel: 2, CancellationToken.None).ConfigureAwait(false);
        if (results.FirstOrDefault(result => result.State != StepState.Built) is { } other)
        {
            throw new InvalidOperationException($"{other.Name}: {other.State}: {other.Reason}");
        }
    }

    private sealed class Lines : IRunReporter
    {
        public void Started(string name, string reason)
        {
        }

        public void Progressed(IReadOnlyList<RunningStep> steps)
        {
        }

        public void Ended(StepResult result) =>
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  product {result.Name} {result.Elapsed.TotalSeconds:F1} s"));
    }
}
