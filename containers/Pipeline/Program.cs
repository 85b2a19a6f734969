using Recommender.Lake.Engine;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Running;

var lake = new LakeFolder(args[1]);
using var gate = LakeLock.Take(lake, TimeProvider.System);
var store = new SnapshotStore(lake);
using var engine = new DuckDbEngine(new EngineOptions { Threads = 2, MemoryBytes = 4L << 30 });
engine.ShowAll(GroceryPipeline.Tables, store);
var graph = GroceryPipeline.Build(args[0], 2, TimeProvider.System, default);
var runner = new PipelineRunner(store, engine, new Planner(store), new R(), TimeProvider.System);
var results = await runner.RunAsync(graph, "run", int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture), default);
return 0;

internal sealed class R : IRunReporter
{
    public void Started(string name, string reason) => Console.Error.WriteLine($"start {name} {reason}");

    public void Progressed(IReadOnlyList<RunningStep> steps)
    {
    }

    public void Ended(StepResult result) => Console.Error.WriteLine($"{result.State} {result.Name} {result.Rows} {result.Quarantined} {result.Elapsed.TotalSeconds:F2} {result.Reason}");
}
