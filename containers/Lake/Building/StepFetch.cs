using Recommender.Lake.Engine;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>Brings what a step reads from a lake that lies elsewhere before the embedded engine.</summary>
/// <param name="store">The lake's snapshots.</param>
/// <param name="engine">The engine.</param>
/// <param name="tables">The declared tables.</param>
internal sealed class StepFetch(SnapshotStore store, DuckDbEngine engine, IReadOnlyCollection<TableDeclaration> tables)
{
    /// <summary>Fetches and shows the snapshots that a step was planned from, what its checks read, and, for a table that grows, its own.</summary>
    /// <param name="step">The step.</param>
    /// <param name="inputs">The inputs' snapshots: these very ones are shown.</param>
    /// <param name="checks">Whether checks will run.</param>
    /// <param name="progress">Takes progress.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Errors.EnvironmentException">Files cannot be fetched.</exception>
    public void Show(ITableStep step, StepInputs inputs, bool checks, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        // Gathering shards reads no table.
        var read = step is GatherStep ? [] : inputs.All.Keys;
        var needed = (checks ? read.Concat(step.Table.AllChecks().SelectMany(check => check.Reads)) : read).Where(table => table != step.Table.Name).Distinct().ToList();
        if (step is IAccumulatingStep)
        {
            needed.Add(step.Table.Name);
        }

        for (var i = 0; i < needed.Count; i++)
        {
            progress.Report(new StepProgress("fetching", (double)i / needed.Count, 0));
            if (tables.FirstOrDefault(table => table.Name == needed[i]) is { } declared
                && (inputs.All.GetValueOrDefault(needed[i]) ?? store.Current(needed[i], cancellationToken)) is { } manifest)
            {
                engine.Show(declared, store, manifest, cancellationToken);
            }
        }
    }
}
