using Recommender.Lake.Building;
using Recommender.Lake.Errors;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Pipeline.Graph;

namespace Recommender.Pipeline.Running;

/// <summary>
/// Runs a graph in this process: each step as soon as those it reads are done, a few at a time. What was published stays
/// published, so a run that was killed goes on where it was when it is started again.
/// </summary>
/// <param name="store">The lake's snapshots; the caller holds the lake's lock.</param>
/// <param name="builder">Builds the steps.</param>
/// <param name="planner">Decides what is built.</param>
/// <param name="reporter">Shows the run.</param>
/// <param name="clock">Gives time.</param>
public sealed class PipelineRunner(SnapshotStore store, IStepBuilder builder, Planner planner, IRunReporter reporter, TimeProvider clock)
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<ITableStep, StepResult> _results = [];
    private readonly Dictionary<Task<StepResult>, (ITableStep Step, StepMonitor Monitor, IStepBuild Build)> _running = [];

    /// <summary>The shard to build and stage of the graph's steps, all of them <see cref="IShardedStep"/>; null to build and publish whole tables.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Runs the graph.</summary>
    /// <param name="graph">The steps.</param>
    /// <param name="run">The run's id.</param>
    /// <param name="parallel">How many steps may build at once, at least 1.</param>
    /// <param name="cancellationToken">Stops the run; steps that are building publish nothing.</param>
    /// <returns>The result of every step, in the graph's order. A failed step does not stop those that do not need it.</returns>
    public async Task<IReadOnlyList<StepResult>> RunAsync(PipelineGraph graph, string run, int parallel, CancellationToken cancellationToken)
    {
        using var building = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await BuildAsync(graph, run, parallel, building.Token).ConfigureAwait(false);
        }
        finally
        {
            await building.CancelAsync().ConfigureAwait(false);
            await EndRunningAsync().ConfigureAwait(false);
        }

        return [.. graph.Steps.Select(step => _results[step])];
    }

    private async Task BuildAsync(PipelineGraph graph, string run, int parallel, CancellationToken cancellationToken)
    {
        var waiting = new LinkedList<ITableStep>(graph.Steps);
        while (waiting.Count > 0 || _running.Count > 0)
        {
            while (NextReady(graph, waiting, parallel) is { } step && !cancellationToken.IsCancellationRequested)
            {
                waiting.Remove(step);
                Start(graph, step, run, cancellationToken);
            }

            if (_running.Count > 0)
            {
                await WaitForOneAsync().ConfigureAwait(false);
            }

            if (_running.Count == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Where planning or reporting failed, steps still build: none may publish once the caller lets go of the lake's lock.</summary>
    private async Task EndRunningAsync()
    {
        await Task.WhenAll(_running.Keys.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (_, _, build) in _running.Values)
        {
            build.Dispose();
        }

        _running.Clear();
    }

    private ITableStep? NextReady(PipelineGraph graph, LinkedList<ITableStep> waiting, int parallel) =>
        _running.Count >= parallel ? null : waiting.FirstOrDefault(step => graph.Upstream(step).All(_results.ContainsKey));

    private void Start(PipelineGraph graph, ITableStep step, string run, CancellationToken cancellationToken)
    {
        var name = step.Table.Name.ToString();
        if (graph.Upstream(step).FirstOrDefault(upstream => _results[upstream] is { State: StepState.Failed } or { State: StepState.Skipped, Error: not null }) is { } broken)
        {
            var kept = store.Current(step.Table.Name, cancellationToken);
            End(step, new StepResult(name, StepState.Skipped, kept?.Rows ?? 0, kept?.Quarantined ?? 0, TimeSpan.Zero, $"{broken.Table.Name} was not built") { Error = _results[broken].Error });
            return;
        }

        var plan = planner.Plan(step, cancellationToken);
        if (plan.Action != PlanAction.Build)
        {
            var current = store.Current(step.Table.Name, cancellationToken)!;
            End(step, new StepResult(name, StepState.Skipped, current.Rows, current.Quarantined, TimeSpan.Zero, plan.Reason));
            return;
        }

        if (Shard is not null && new ShardStore(store).Staged(step.Table.Name, plan.Fingerprint!, Shard.Count, cancellationToken).FirstOrDefault(staged => staged.Shard.Index == Shard.Index).Shard is { } ready)
        {
            End(step, new StepResult(name, StepState.Skipped, ready.Rows, 0, TimeSpan.Zero, $"shard {Shard} is staged already, by run {ready.Run}"));
            return;
        }

        reporter.Started(name, plan.Reason);
        var build = builder.Begin(plan, plan.Inputs ?? throw new InvalidOperationException($"{name}: {plan.Reason}"), run);
        var monitor = new StepMonitor(name, build, clock);
        var task = Task.Run(
            () =>
            {
                var started = clock.GetTimestamp();
                try
                {
                    if (Shard is not null)
                    {
                        var rows = build.RunShard(Shard, monitor, cancellationToken);
                        return new StepResult(name, StepState.Staged, rows, 0, clock.GetElapsedTime(started), $"shard {Shard}: {plan.Reason}");
                    }

                    var manifest = build.Run(monitor, cancellationToken);
                    if (manifest.Run != run)
                    {
                        return new StepResult(name, StepState.Skipped, manifest.Rows, manifest.Quarantined, clock.GetElapsedTime(started), "it found nothing to add") { Note = manifest.Note };
                    }

                    return new StepResult(name, StepState.Built, manifest.Rows, manifest.Quarantined, clock.GetElapsedTime(started), plan.Reason) { Queries = build.Statistics, Note = manifest.Note };
                }
                catch (Exception error) when (error is not OutOfMemoryException)
                {
                    var kept = Kept(step);
                    return new StepResult(name, StepState.Failed, kept?.Rows ?? 0, kept?.Quarantined ?? 0, clock.GetElapsedTime(started), error.Message) { Error = error, Queries = build.Statistics };
                }
            },
            CancellationToken.None);
        _running[task] = (step, monitor, build);
    }

    private async Task WaitForOneAsync()
    {
        while (true)
        {
            var tick = Task.Delay(ProgressInterval, clock);
            var ended = await Task.WhenAny([.. _running.Keys, tick]).ConfigureAwait(false);
            if (ended is Task<StepResult> done)
            {
                var (step, _, build) = _running[done];
                _running.Remove(done);
                build.Dispose();
                End(step, await done.ConfigureAwait(false));
                return;
            }

            reporter.Progressed([.. _running.Values.Select(running => running.Monitor.Look())]);
        }
    }

    /// <summary>What stays current after a fault. Where the lake cannot be asked either, the fault matters more.</summary>
    private Manifest? Kept(ITableStep step)
    {
        try
        {
            return store.Current(step.Table.Name, CancellationToken.None);
        }
        catch (EnvironmentException)
        {
            return null;
        }
    }

    private void End(ITableStep step, StepResult result)
    {
        _results[step] = result;
        reporter.Ended(result);
    }
}
