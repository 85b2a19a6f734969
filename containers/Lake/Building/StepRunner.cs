using Recommender.Lake.Checks;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
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
    /// <returns>The published manifest; the current one's where the step keeps it.</returns>
    public Manifest Run(StepPlan plan, StepInputs inputs, DuckDbConnection connection, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var table = plan.Step.Table;
        using var writer = store.Begin(table, run, plan.Fingerprint!, clock.GetUtcNow(), cancellationToken);
        var current = store.Current(table.Name, cancellationToken);
        var own = Own(plan, current, cancellationToken);
        progress.Report(new StepProgress("building", -1, 0));
        var output = plan.Step.Build(
            new StepContext
            {
                Engine = engine,
                Connection = connection,
                Writer = writer,
                Fingerprint = plan.Fingerprint!,
                Inputs = inputs,
                Own = own,
                Days = plan.Days,
                Progress = progress,
            },
            cancellationToken);

        if (output.KeepsCurrent && current is not null)
        {
            return current with { Note = output.Note };
        }

        // After the build, so that no step can write through a hard link into an earlier snapshot.
        var built = writer.DataFiles;
        RefuseStrayDays(plan, writer, built);
        if (plan.Days is { Keep.Count: > 0 } carried)
        {
            writer.CarryOver(current!, carried.Keep, cancellationToken);
        }

        progress.Report(new StepProgress("checking", -1, output.Rows));
        Check(table, writer, built, connection, cancellationToken);

        progress.Report(new StepProgress("publishing", -1, output.Rows));
        cancellationToken.ThrowIfCancellationRequested();
        var days = plan.Days is null ? null : Days(plan, writer, built, current, connection, cancellationToken);
        var content = new SnapshotContent(days?.Values.Sum(day => day.Rows) ?? output.Rows, output.Quarantined)
        {
            Inputs = inputs.SnapshotIds,
            Source = output.Source,
            Note = output.Note,
            Essence = output.Essence,
            Days = days,
        };
        var manifest = writer.Publish(content, clock.GetUtcNow(), cancellationToken);
        // It is published: from here on nothing stops the step.
        engine.Show(table, store, manifest, CancellationToken.None);
        return manifest;
    }

    /// <summary>The snapshot that a growing table adds to. Rows that are to be kept cannot be built anew; where there were none, nothing is lost.</summary>
    private Manifest? Own(StepPlan plan, Manifest? current, CancellationToken cancellationToken)
    {
        if (plan.Step is not IAccumulatingStep || current is null || store.Damage(plan.Step.Table.Name, current, cancellationToken) is not [var damage, ..])
        {
            return plan.Step is IAccumulatingStep ? current : null;
        }

        var table = plan.Step.Table.Name;
        return current.Rows == 0 ? null : throw new EnvironmentException(
            $"{table} keeps rows that were added over time, and its current snapshot {current.Snapshot} is damaged: {damage}."
            + $" Go back to the one before with 'recommender rollback {table}', bring the file back from a backup, or"
            + $" remove {store.Storage.Describe(LakeKeys.Pointer(table))} to begin without these rows; nothing was published");
    }

    /// <summary>A day's rows come from the build of that day alone: a step must not write into any other.</summary>
    private static void RefuseStrayDays(StepPlan plan, SnapshotWriter writer, IReadOnlyList<string> built)
    {
        if (plan.Days is null)
        {
            return;
        }

        var expected = plan.Days.Build.Select(writer.DayFolder).ToHashSet(StringComparer.Ordinal);
        var stray = built.Select(file => Path.GetDirectoryName(file)!).Distinct().Where(folder => !expected.Contains(folder)).ToList();
        if (stray.Count > 0)
        {
            throw new DataException(
                $"{plan.Step.Table.Name}: rows of {string.Join(", ", stray.Select(Path.GetFileName))} were written, which was not to be built; nothing was published");
        }
    }

    /// <summary>Days that were carried over were checked when they were built; only checks that look across days see them again.</summary>
    private static void Check(TableDeclaration table, SnapshotWriter writer, IReadOnlyList<string> built, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        var whole = DuckDbEngine.Relation(table.Columns, writer.DataFiles, table.DayPartition);
        var rebuilt = table.DayPartition is null ? null : DuckDbEngine.Relation(table.Columns, built, table.DayPartition);
        new CheckRunner(new DuckDbSqlEngine(connection)).Run(table, whole, rebuilt, cancellationToken);
    }

    private static SortedDictionary<string, ManifestDay> Days(StepPlan plan, SnapshotWriter writer, IReadOnlyList<string> built, Manifest? current, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        var table = plan.Step.Table;
        var days = new SortedDictionary<string, ManifestDay>(StringComparer.Ordinal);
        foreach (var day in plan.Days!.Keep)
        {
            days[day] = current!.Days![day];
        }

        var rows = RowsByDay(table, built, connection, cancellationToken);
        foreach (var day in plan.Days.Build)
        {
            days[DayRange.Text(day)] = new ManifestDay(plan.DayFingerprints![day], writer.Id, rows.GetValueOrDefault(DayRange.Text(day)));
        }

        return days;
    }

    private static Dictionary<string, long> RowsByDay(TableDeclaration table, IReadOnlyList<string> files, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        var relation = DuckDbEngine.Relation(table.Columns, files, table.DayPartition);
        using var result = connection.Query(
            $"select cast({table.DayPartition} as varchar), count(*) from {relation} group by {table.DayPartition}", cancellationToken);
        return result.Chunks()
            .SelectMany(chunk => Enumerable.Range(0, chunk.Count).Select(row => (Day: chunk.GetString(0, row), Rows: (long)chunk.GetValue(1, row)!)))
            .ToDictionary(day => day.Day, day => day.Rows);
    }
}
