using Recommender.Lake.Checks;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Engine;
using Recommender.Lake.Models;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>Builds one planned step: writes a snapshot, checks it, publishes it, and shows it to the engine.</summary>
/// <param name="store">The lake's snapshots.</param>
/// <param name="engine">The engine.</param>
/// <param name="clock">Gives snapshots their time.</param>
/// <param name="run">The run's id.</param>
public sealed class StepRunner(SnapshotStore store, DuckDbEngine engine, TimeProvider clock, string run)
{
    /// <summary>Builds and publishes.</summary>
    /// <param name="plan">A plan whose action is <see cref="PlanAction.Build"/> and whose inputs are at hand.</param>
    /// <param name="inputs">The inputs' snapshots that the plan was made from.</param>
    /// <param name="connection">A connection for this step alone.</param>
    /// <param name="progress">Takes progress.</param>
    /// <param name="cancellationToken">Stops the work; nothing is published then.</param>
    /// <returns>The published manifest.</returns>
    public Manifest Run(StepPlan plan, StepInputs inputs, DuckDbConnection connection, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var table = plan.Step.Table;
        using var writer = store.Begin(table, run, plan.Fingerprint!, clock.GetUtcNow());
        var current = store.Current(table.Name);
        foreach (var day in plan.Days?.Keep ?? [])
        {
            writer.CarryOver(current!, day);
        }

        var carried = writer.DataFiles;
        progress.Report(new StepProgress("building", -1, 0));
        var output = plan.Step.Build(
            new StepContext { Engine = engine, Connection = connection, Writer = writer, Inputs = inputs, Days = plan.Days, Progress = progress },
            cancellationToken);

        progress.Report(new StepProgress("checking", -1, output.Rows));
        Check(table, writer, carried, connection, cancellationToken);

        progress.Report(new StepProgress("publishing", -1, output.Rows));
        cancellationToken.ThrowIfCancellationRequested();
        var days = plan.Days is null ? null : Days(plan, writer, current, connection, cancellationToken);
        var manifest = writer.Publish(new SnapshotContent(days?.Values.Sum(day => day.Rows) ?? output.Rows, output.Quarantined)
        {
            Inputs = inputs.SnapshotIds,
            Source = output.Source,
            Days = days,
        });
        engine.Show(table, store, manifest);
        return manifest;
    }

    /// <summary>Days that were carried over were checked when they were built; only checks that look across days see them again.</summary>
    private static void Check(TableDeclaration table, SnapshotWriter writer, IReadOnlyList<string> carried, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        var whole = DuckDbEngine.Relation(table.Columns, writer.DataFiles, table.DayPartition);
        var rebuilt = carried.Count == 0 ? null : DuckDbEngine.Relation(table.Columns, [.. writer.DataFiles.Except(carried)], table.DayPartition);
        new CheckRunner(connection).Run(table, whole, rebuilt, cancellationToken);
    }

    private static SortedDictionary<string, ManifestDay> Days(StepPlan plan, SnapshotWriter writer, Manifest? current, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        var table = plan.Step.Table;
        var days = new SortedDictionary<string, ManifestDay>(StringComparer.Ordinal);
        foreach (var day in plan.Days!.Keep)
        {
            days[day] = current!.Days![day];
        }

        var relation = DuckDbEngine.Relation(table.Columns, writer.DataFiles, table.DayPartition);
        foreach (var day in plan.Days.Build)
        {
            var rows = connection.Scalar<long>($"select count(*) from {relation} where {table.DayPartition} = date '{DayRange.Text(day)}'", cancellationToken);
            days[DayRange.Text(day)] = new ManifestDay(plan.DayFingerprints![day], writer.Id, rows);
        }

        return days;
    }
}
