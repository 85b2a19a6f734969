using Recommender.Lake.Building;
using Recommender.Pipeline.Graph;

namespace Recommender.Pipeline.StateMachine;

/// <summary>
/// Nests a graph into steps in turn and steps at once. Steps that have nothing to do with one another run at once; a connected
/// part is cut where the fewest steps have to wait for one that they do not need.
/// </summary>
internal sealed class Scheduler
{
    private readonly IReadOnlyList<ITableStep> _steps;
    private readonly HashSet<int>[] _upstream;
    private readonly HashSet<int>[] _ancestors;
    private readonly Dictionary<string, (Schedule Schedule, int Waits)> _known = [];

    private Scheduler(PipelineGraph graph)
    {
        _steps = graph.Steps;
        var index = _steps.Select((step, number) => (step, number)).ToDictionary(pair => pair.step, pair => pair.number);
        _upstream = [.. _steps.Select(step => graph.Upstream(step).Select(upstream => index[upstream]).ToHashSet())];
        _ancestors = new HashSet<int>[_steps.Count];
        for (var step = 0; step < _steps.Count; step++)
        {
            _ancestors[step] = [.. _upstream[step].SelectMany(upstream => _ancestors[upstream].Append(upstream))];
        }
    }

    /// <summary>The schedule of a graph that has steps.</summary>
    public static Schedule Of(PipelineGraph graph) => new Scheduler(graph).Nest([.. Enumerable.Range(0, graph.Steps.Count)]).Schedule;

    /// <summary>The best schedule of some steps, and how many pairs of them wait without need.</summary>
    private (Schedule Schedule, int Waits) Nest(int[] steps)
    {
        var key = string.Join(',', steps);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var parts = Components(steps);
        return _known[key] = steps.Length == 1 ? (new Schedule.One(_steps[steps[0]]), 0)
            : parts.Count > 1 ? AtOnce(parts)
            : Cuts(steps).Select(cut => InTurn(cut, [.. steps.Except(cut)])).MinBy(candidate => candidate.Waits);
    }

    private (Schedule Schedule, int Waits) AtOnce(List<int[]> parts)
    {
        var branches = parts.ConvertAll(Nest);
        return (new Schedule.AtOnce([.. branches.Select(branch => branch.Schedule)]), branches.Sum(branch => branch.Waits));
    }

    private (Schedule Schedule, int Waits) InTurn(int[] before, int[] after)
    {
        var needless = after.Sum(later => before.Count(earlier => !_ancestors[later].Contains(earlier)));
        var (first, second) = (Nest(before), Nest(after));
        return (new Schedule.InTurn([.. Parts(first.Schedule), .. Parts(second.Schedule)]), first.Waits + second.Waits + needless);
    }

    private static IReadOnlyList<Schedule> Parts(Schedule schedule) => schedule is Schedule.InTurn turn ? turn.Parts : [schedule];

    /// <summary>Where a connected part can be cut: by the steps' distance from its first steps, or from its last ones.</summary>
    private IEnumerable<int[]> Cuts(int[] steps)
    {
        var fromFirst = steps.ToDictionary(step => step, _ => 0);
        var fromLast = steps.ToDictionary(step => step, _ => 0);
        foreach (var step in steps)
        {
            fromFirst[step] = _upstream[step].Where(fromFirst.ContainsKey).Select(upstream => fromFirst[upstream] + 1).DefaultIfEmpty(0).Max();
        }

        foreach (var step in steps.Reverse())
        {
            foreach (var upstream in _upstream[step].Where(fromLast.ContainsKey))
            {
                fromLast[upstream] = Math.Max(fromLast[upstream], fromLast[step] + 1);
            }
        }

        for (var level = fromFirst.Values.Max(); level > 0; level--)
        {
            yield return [.. steps.Where(step => fromFirst[step] < level)];
            yield return [.. steps.Where(step => fromLast[step] >= level)];
        }
    }

    /// <summary>The parts that are not connected with one another, in the graph's order.</summary>
    private List<int[]> Components(int[] steps)
    {
        var leader = steps.ToDictionary(step => step, step => step);
        int Find(int step) => leader[step] == step ? step : leader[step] = Find(leader[step]);
        foreach (var step in steps)
        {
            foreach (var upstream in _upstream[step].Where(leader.ContainsKey))
            {
                var (one, other) = (Find(step), Find(upstream));
                leader[Math.Max(one, other)] = Math.Min(one, other);
            }
        }

        return [.. steps.GroupBy(Find).Select(group => group.ToArray())];
    }
}
