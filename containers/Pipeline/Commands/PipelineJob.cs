using System.CommandLine;
using Recommender.Ingest.Csv;
using Recommender.Lake.Building;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Evaluation;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Lakes;
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

    /// <summary>Further tables to bring up to date with it.</summary>
    public IReadOnlyList<TableName> NeededToo { get; init; } = [];

    /// <summary>A table of those needed that is not built, so that only what it reads is; null for none.</summary>
    public TableName? Without { get; init; }

    /// <summary>The part of the pipeline to run; all of it by default.</summary>
    public RunSelection Selection { get; init; } = RunSelection.All;

    /// <summary>What is asked of training and tuning.</summary>
    public LearningRequest Learning { get; init; } = LearningRequest.None;

    /// <summary>The run's id, a token of idempotency; null for one of its own.</summary>
    public string? RunId { get; init; }

    /// <summary>Runs.</summary>
    /// <exception cref="CallerException">The delivery or the lake lacks something.</exception>
    /// <exception cref="EnvironmentException">Another process writes to the lake.</exception>
    public async Task<RunOutcome> RunAsync(CancellationToken cancellationToken)
    {
        Selection.Require(Source, Days);
        using var place = LakePlaces.Open(parsed, terminal, cancellationToken, Workgroup.Jobs);
        var store = place.Store;
        RequireSomething(store.Storage);
        // Before the lock, whose file is the first thing written: a delivery with faults leaves no trace.
        using var source = OpenDelivery.Of(Source, Selection.Only, terminal, cancellationToken);
        var graph = Graph(store, source?.Delivery, cancellationToken);
        graph.RequireDays(Days);
        place.RequireCatalog(Touched(graph), cancellationToken);
        using var writer = TakeLock(place, graph, cancellationToken);
        return await Writing.WhileAsync(writer, store.Storage.Name, token => RunAsync(place, graph, writer is not null, token), cancellationToken).ConfigureAwait(false);
    }

    private async Task<RunOutcome> RunAsync(ILakePlace place, PipelineGraph graph, bool isWriter, CancellationToken cancellationToken)
    {
        var store = place.Store;
        graph.RequireInputs(store, Remedy, cancellationToken);
        // A process that stages a shard is not the lake's one writer, to whom the lake's scratch space belongs.
        using var engine = new DuckDbEngine(OpenLake.EngineOptionsOf(parsed, isWriter ? place.Scratch : null));
        var run = RunId ?? Commands.RunId.Of(terminal.Clock.GetUtcNow());
        var builder = place.Builder(engine, cancellationToken);
        var steps = await RunStepsAsync(graph, store, builder, run, cancellationToken).ConfigureAwait(false);
        while (Learning.Tuning is { Finished: false } && graph.Steps.Any(step => Learning.Again.Contains(step.Table.Name)) && steps.All(step => step.State != StepState.Failed))
        {
            // What was tried so far is published; the rest goes on under the same lock.
            steps = await RunStepsAsync(graph.Only(Learning.Again), store, builder, run, cancellationToken).ConfigureAwait(false);
        }

        if (Selection.CommitShards is not null)
        {
            new ShardStore(store).Sweep(graph.Steps.Select(step => step.Table.Name), terminal.Clock.GetUtcNow(), cancellationToken: cancellationToken);
        }

        return new RunOutcome(run, steps, graph.Steps.Any(step => step is EvaluationStep) ? Metrics(store, engine, cancellationToken) : []);
    }

    private static IReadOnlyList<MetricRow> Metrics(SnapshotStore store, DuckDbEngine engine, CancellationToken cancellationToken)
    {
        engine.ShowAll([RankingTables.Evaluation], store, cancellationToken);
        using var connection = engine.Connect();
        return EvaluationReader.Metrics(store, connection, cancellationToken);
    }

    private string Remedy => Selection.Only is null
        ? "load a delivery with 'recommender run --source DIR'"
        : "--only builds nothing that its tables read; run their steps first, or run without --only";

    private PipelineGraph Graph(SnapshotStore store, FeedDelivery? source, CancellationToken cancellationToken)
    {
        var graph = GroceryPipeline.Build(source, GlobalOptions.ThreadsOf(parsed), terminal.Clock, cancellationToken, Selection.Only, Learning);
        return Selection.CommitShards is { } shards ? graph.With(new GatherStep((IShardedStep)graph.Steps[0], new ShardStore(store), shards))
            : Needed is null ? graph
            : Without is { } left ? graph.Needed(NeededToo.Prepend(Needed)).Without(left)
            : graph.Needed(NeededToo.Prepend(Needed));
    }

    /// <summary>The tables that the graph's steps write, read, or check against.</summary>
    private static List<TableDeclaration> Touched(PipelineGraph graph)
    {
        var names = graph.Steps.SelectMany(step => step.Inputs.Append(step.Table.Name).Concat(step.Table.AllChecks().SelectMany(check => check.Reads))).ToHashSet();
        return [.. GroceryPipeline.Tables.Where(table => names.Contains(table.Name))];
    }

    private ILakeLock? TakeLock(ILakePlace place, PipelineGraph graph, CancellationToken cancellationToken)
    {
        if (Selection.Shard is not null)
        {
            return null;
        }

        var tables = graph.Steps.Select(step => step.Table.Name).ToList();
        var writer = place.Locks.Take(tables, cancellationToken);
        try
        {
            Tidy(place, tables, cancellationToken);
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private Task<IReadOnlyList<StepResult>> RunStepsAsync(PipelineGraph graph, SnapshotStore store, IStepBuilder builder, string run, CancellationToken cancellationToken)
    {
        var parallel = GlobalOptions.MemoryOf(parsed) >= MemoryForTwoSteps && GlobalOptions.ThreadsOf(parsed) >= 2 ? 2 : 1;
        var planner = new Planner(store, Days, RunId) { Again = Learning.Again };
        return RunProgress.ShowAsync(
            terminal,
            parsed.GetValue(GlobalOptions.NoProgress),
            reporter => new PipelineRunner(store, builder, planner, reporter, terminal.Clock) { Shard = Selection.Shard }.RunAsync(graph, run, parallel, cancellationToken));
    }

    /// <summary>Says what to do before a lock file is made in a folder that is no lake.</summary>
    private void RequireSomething(ILakeStorage storage)
    {
        if (Source is null && !storage.Exists)
        {
            throw new CallerException($"{storage.Name} holds no lake yet: load a delivery with --source DIR");
        }
    }

    /// <summary>What a killed writer left: half-built snapshots, shards that nobody published, and spilled data.</summary>
    private void Tidy(ILakePlace place, IReadOnlyList<TableName> locked, CancellationToken cancellationToken)
    {
        var tables = place.Repair(locked, cancellationToken);
        new GarbageCollector(place.Store).RemoveUnfinished(tables, cancellationToken);
        new ShardStore(place.Store).Sweep(tables, terminal.Clock.GetUtcNow(), cancellationToken: cancellationToken);
        if (Directory.Exists(place.Scratch))
        {
            Directory.Delete(place.Scratch, recursive: true);
        }

        Directory.CreateDirectory(place.Scratch);
    }
}
