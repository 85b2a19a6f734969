using Recommender.Lake.Building;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.Graph;

/// <summary>The pipeline's steps and what they read of one another; each step makes one table.</summary>
public sealed class PipelineGraph
{
    private readonly Dictionary<TableName, ITableStep> _makers;

    /// <summary>Orders the steps so that each comes after those it reads.</summary>
    /// <exception cref="InvalidOperationException">Two steps make one table, or the steps read in a circle.</exception>
    public PipelineGraph(IEnumerable<ITableStep> steps)
    {
        _makers = [];
        foreach (var step in steps)
        {
            if (!_makers.TryAdd(step.Table.Name, step))
            {
                throw new InvalidOperationException($"two steps make {step.Table.Name}");
            }
        }

        var ordered = new List<ITableStep>();
        var state = new Dictionary<ITableStep, bool>();
        foreach (var step in _makers.Values)
        {
            Visit(step, ordered, state);
        }

        Steps = ordered;
    }

    /// <summary>The steps in an order in which they can run one after another.</summary>
    public IReadOnlyList<ITableStep> Steps { get; }

    /// <summary>The steps of this graph that a step waits for.</summary>
    public IEnumerable<ITableStep> Upstream(ITableStep step) => step.Inputs.Where(_makers.ContainsKey).Select(input => _makers[input]);

    /// <summary>The part of the graph that some tables need: their steps and all the steps before them.</summary>
    public PipelineGraph Needed(params IEnumerable<TableName> tables)
    {
        var needed = new HashSet<ITableStep>();
        var open = new Stack<ITableStep>(tables.Select(table => _makers[table]));
        while (open.TryPop(out var step))
        {
            if (needed.Add(step))
            {
                foreach (var upstream in Upstream(step))
                {
                    open.Push(upstream);
                }
            }
        }

        return new PipelineGraph(Steps.Where(needed.Contains));
    }

    /// <summary>The steps that make some tables, without those before them.</summary>
    public PipelineGraph Only(IReadOnlySet<TableName> tables) => new(Steps.Where(step => tables.Contains(step.Table.Name)));

    /// <summary>This graph without the step that makes a table.</summary>
    public PipelineGraph Without(TableName table) => new(Steps.Where(step => step.Table.Name != table));

    /// <summary>This graph with one step in the place of that of the same table.</summary>
    public PipelineGraph With(ITableStep step) => new(Steps.Select(other => other.Table.Name == step.Table.Name ? step : other));

    /// <summary>Makes sure that every input is made by a step or lies in the lake already.</summary>
    /// <param name="store">The lake's snapshots.</param>
    /// <param name="remedy">What to do where some are not.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CallerException">Some are not; the message says which.</exception>
    public void RequireInputs(SnapshotStore store, string remedy = "load a delivery with 'recommender run --source DIR'", CancellationToken cancellationToken = default)
    {
        var missing = Steps.SelectMany(step => step.Inputs).Distinct().Where(input => !_makers.ContainsKey(input) && store.Whole(input, cancellationToken) is null).ToList();
        if (missing.Count > 0)
        {
            throw new CallerException($"the lake {store.Storage.Name} has no {string.Join(", ", missing)}, or its files are damaged: {remedy}");
        }
    }

    /// <summary>Makes sure that days that were asked for mean something.</summary>
    /// <param name="days">The days, or null.</param>
    /// <exception cref="CallerException">No table is partitioned by day.</exception>
    public void RequireDays(DayRange? days)
    {
        if (days is not null && Steps.All(step => step.Table.DayPartition is null))
        {
            throw new CallerException($"--days {days}: no table of this pipeline is partitioned by day, so there are no days to build again");
        }
    }

    private void Visit(ITableStep step, List<ITableStep> ordered, Dictionary<ITableStep, bool> state)
    {
        if (state.TryGetValue(step, out var done))
        {
            if (!done)
            {
                throw new InvalidOperationException($"{step.Table.Name} reads itself, in a circle");
            }

            return;
        }

        state[step] = false;
        foreach (var upstream in Upstream(step))
        {
            Visit(upstream, ordered, state);
        }

        state[step] = true;
        ordered.Add(step);
    }
}
