using Recommender.Lake.Errors;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>
/// The versions of the pointers of all that a build reads by name, where a query follows the pointer whenever it begins: if one moves while the
/// build is at work, its rows may be of two snapshots.
/// </summary>
internal sealed class InputPins
{
    private readonly SnapshotStore _store;
    private readonly TableName _table;
    private readonly Dictionary<TableName, string?> _versions = [];

    private InputPins(SnapshotStore store, TableName table)
    {
        _store = store;
        _table = table;
    }

    /// <summary>Reads the pointers of a step's inputs and of what its checks read.</summary>
    /// <exception cref="EnvironmentException">An input is not what the step was planned from any more.</exception>
    public static InputPins Take(SnapshotStore store, StepPlan plan, StepInputs inputs, CancellationToken cancellationToken)
    {
        var table = plan.Step.Table;
        var pins = new InputPins(store, table.Name);
        foreach (var read in inputs.All.Keys.Concat(table.AllChecks().SelectMany(check => check.Reads)).Where(read => read != table.Name).Distinct())
        {
            var pointer = store.Pointers.Read(read, cancellationToken);
            if (inputs.All.TryGetValue(read, out var planned) && pointer?.Pointer.Snapshot != planned.Snapshot)
            {
                throw pins.Moved(read);
            }

            pins._versions[read] = pointer?.Version;
        }

        return pins;
    }

    /// <summary>Reads the pointers again.</summary>
    /// <exception cref="EnvironmentException">One has moved; nothing is to be published.</exception>
    public void Verify(CancellationToken cancellationToken)
    {
        foreach (var (read, version) in _versions)
        {
            if (_store.Pointers.Read(read, cancellationToken)?.Version != version)
            {
                throw Moved(read);
            }
        }
    }

    private EnvironmentException Moved(TableName read) =>
        new($"{_table}: {read}, which it is built from or checked against, was published meanwhile; nothing was published: start again");
}
