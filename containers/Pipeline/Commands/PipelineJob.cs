using System.CommandLine;
using System.Globalization;
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
    public TableName? Only { get; init; }

    /// <summary>Runs.</summary>
    /// <exception cref="CallerException">The delivery or the lake lacks something.</exception>
    /// <exception cref="EnvironmentException">Another process writes to the lake.</exception>
    public async Task<RunOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var lake = GlobalOptions.LakeOf(parsed);
        var store = new SnapshotStore(lake);
        var threads = GlobalOptions.ThreadsOf(parsed);
        RequireSomething(lake);
        // Before the lock, whose file is the first thing written: a delivery with faults leaves no trace.
        var graph = GroceryPipeline.Build(Source, threads, terminal.Clock, cancellationToken);
        graph.RequireDays(Days);
        using var writer = LakeLock.Take(lake, terminal.Clock);
        Tidy(store);
        graph = Only is null ? graph : graph.Needed(Only);
        graph.RequireInputs(store);
        using var engine = new DuckDbEngine(OpenLake.EngineOptionsOf(parsed, lake.Scratch));
        engine.ShowAll(GroceryPipeline.Tables, store);
        var run = terminal.Clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var parallel = GlobalOptions.MemoryOf(parsed) >= MemoryForTwoSteps && threads >= 2 ? 2 : 1;
        var steps = await RunProgress.ShowAsync(
            terminal,
            parsed.GetValue(GlobalOptions.NoProgress),
            reporter => new PipelineRunner(store, engine, new Planner(store, Days), reporter, terminal.Clock).RunAsync(graph, run, parallel, cancellationToken)).ConfigureAwait(false);
        using var connection = engine.Connect();
        return new RunOutcome(run, steps, EvaluationTable.Read(store, connection, cancellationToken));
    }

    /// <summary>Says what to do before a lock file is made in a folder that is no lake.</summary>
    private void RequireSomething(LakeFolder lake)
    {
        if (Source is null && !lake.Exists)
        {
            throw new CallerException($"{lake.Root} holds no lake yet: load a delivery with --source DIR");
        }
    }

    /// <summary>What a killed writer left: half-built snapshots and spilled data.</summary>
    private static void Tidy(SnapshotStore store)
    {
        new GarbageCollector(store).RemoveUnfinished(GroceryPipeline.Tables.Select(table => table.Name));
        if (Directory.Exists(store.Lake.Scratch))
        {
            Directory.Delete(store.Lake.Scratch, recursive: true);
        }

        Directory.CreateDirectory(store.Lake.Scratch);
    }
}
