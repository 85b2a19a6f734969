using System.CommandLine;
using Recommender.Lake.Building;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Evaluation;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Running;
using Recommender.Ranking.Steps;

namespace Recommender.Pipeline.Commands;

/// <summary>One run of the pipeline over a lake, as its one writer.</summary>
/// <param name="parsed">The global options.</param>
/// <param name="terminal">Shows progress and gives time.</param>
internal sealed class PipelineJob(ParseResult parsed, Terminal terminal)
{
    /// <summary>Two steps build at once where there is at least this much memory: 3 GiB.</summary>
    public const long MemoryForTwoSteps = 3L << 30;

    /// <summary>The delivery's folder, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Days to build again, or null.</summary>
    public DayRange? Days { get; init; }

    /// <summary>The one table to bring up to date, with all it needs; null for every table.</summary>
    public TableName? Needed { get; init; }

    /// <summary>The part of the pipeline to run; all of it by default.</summary>
    public RunSelection Selection { get; init; } = RunSelection.All;

    /// <summary>The run's id, a token of idempotency; null for one of its own.</summary>
    public string? RunId { get; init; }

    /// <summary>Runs.</summary>
    /// <exception cref="CallerException">The delivery or the lake lacks something.</exception>
    /// <exception cref="EnvironmentException">Another process writes to the lake.</exception>
    public async Task<RunOutcome> RunAsync(CancellationToken cancellationToken)
    {
        Selection.Require(Source, Days);
        var store = new SnapshotStore(GlobalOptions.LakeOf(parsed));
        RequireSomething(store.Lake);
        // Before the lock, whose file is the first thing written: a delivery with faults leaves no trace.
        var graph = Graph(store, cancellationToken);
        graph.RequireDays(Days);
        using var writer = TakeLock(store);
        graph.RequireInputs(store, Remedy);
        // A process that stages a shard is not the lake's one writer, to whom the lake's scratch space belongs.
        using var engine = new DuckDbEngine(OpenLake.EngineOptionsOf(parsed, writer is null ? null : store.Lake.Scratch));
        engine.ShowAll(GroceryPipeline.Tables, store, cancellationToken);
        var run = RunId ?? Commands.RunId.Of(terminal.Clock.GetUtcNow());
        var steps = await RunStepsAsync(graph, store, engine, run, cancellationToken).ConfigureAwait(false);
        if (Selection.CommitShards is not null)
        {
            new ShardStore(store).Sweep(graph.Steps.Select(step => step.Table.Name), terminal.Clock.GetUtcNow(), cancellationToken: cancellationToken);
        }

        using var connection = engine.Connect();
        return new RunOutcome(run, steps, graph.Steps.Any(step => step is EvaluationStep) ? EvaluationTable.Read(store, connection, cancellationToken) : []);
    }

    private string Remedy => Selection.Only is null
        ? "load a delivery with 'recommender run --source DIR'"
        : "--only builds nothing that its tables read; run their steps first, or run without --only";

    private PipelineGraph Graph(SnapshotStore store, CancellationToken cancellationToken)
    {
        var graph = GroceryPipeline.Build(Source, GlobalOptions.ThreadsOf(parsed), terminal.Clock, cancellationToken, Selection.Only);
        return Selection.CommitShards is { } shards ? graph.With(new GatherStep((IShardedStep)graph.Steps[0], new ShardStore(store), shards))
            : Needed is null ? graph
            : graph.Needed(Needed);
    }

    private LakeLock? TakeLock(SnapshotStore store)
    {
        if (Selection.Shard is not null)
        {
            return null;
        }

        var writer = LakeLock.Take(store.Lake, terminal.Clock);
        Tidy(store);
        return writer;
    }

    private Task<IReadOnlyList<StepResult>> RunStepsAsync(PipelineGraph graph, SnapshotStore store, DuckDbEngine engine, string run, CancellationToken cancellationToken)
    {
        var parallel = GlobalOptions.MemoryOf(parsed) >= MemoryForTwoSteps && GlobalOptions.ThreadsOf(parsed) >= 2 ? 2 : 1;
        var planner = new Planner(store, Days, RunId);
        return RunProgress.ShowAsync(
            terminal,
            parsed.GetValue(GlobalOptions.NoProgress),
            reporter => new PipelineRunner(store, new EmbeddedStepBuilder(store, engine, terminal.Clock), planner, reporter, terminal.Clock) { Shard = Selection.Shard }.RunAsync(graph, run, parallel, cancellationToken));
    }

    /// <summary>Says what to do before a lock file is made in a folder that is no lake.</summary>
    private void RequireSomething(LakeFolder lake)
    {
        if (Source is null && !lake.Exists)
        {
            throw new CallerException($"{lake.Root} holds no lake yet: load a delivery with --source DIR");
        }
    }

    /// <summary>What a killed writer left: half-built snapshots, shards that nobody published, and spilled data.</summary>
    private void Tidy(SnapshotStore store)
    {
        var tables = GroceryPipeline.Tables.Select(table => table.Name).ToList();
        new GarbageCollector(store).RemoveUnfinished(tables);
        new ShardStore(store).Sweep(tables, terminal.Clock.GetUtcNow());
        if (Directory.Exists(store.Lake.Scratch))
        {
            Directory.Delete(store.Lake.Scratch, recursive: true);
        }

        Directory.CreateDirectory(store.Lake.Scratch);
    }
}
