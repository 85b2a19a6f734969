using Recommender.Lake.Athena;
using Recommender.Lake.Checks;
using Recommender.Lake.Engine;
using Recommender.Lake.Glue;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;

namespace Recommender.Lake.Building;

/// <summary>
/// The build of one model on Athena: INSERTs through a table of the build's own at the snapshot's prefix, checks over that table, and one move of the
/// real one.
/// </summary>
internal sealed class AthenaStepBuild(
    SnapshotStore store, AthenaEngine engine, GlueCatalog catalog, TimeProvider clock, StepPlan plan, ModelStep step, StepInputs inputs, string run) : IStepBuild
{
    private readonly MeteredSqlEngine _engine = new(engine);

    /// <inheritdoc/>
    /// <remarks>Athena tells of a running query only what it has scanned.</remarks>
    public QueryProgress Query => QueryProgress.Unknown;

    /// <inheritdoc/>
    public QueryStatistics Statistics => _engine.Statistics;

    /// <inheritdoc/>
    public Manifest Run(IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        progress.Report(new StepProgress("building", -1, 0));
        AthenaDays.RequireSeen(step.Table, inputs, clock);
        var pins = InputPins.Take(store, plan, inputs, cancellationToken);
        using var draft = store.Draft(step.Table, run, plan.Fingerprint!, clock.GetUtcNow(), cancellationToken);
        using var tables = BuildTables.Make(catalog, draft, cancellationToken);
        var inserts = new AthenaInserts(_engine, step, tables, run, draft.Id, progress);
        var (content, files) = plan.Days is null ? Whole(inserts, draft, tables, progress, cancellationToken) : ByDay(inserts, draft, tables, progress, cancellationToken);

        progress.Report(new StepProgress("publishing", -1, content.Rows));
        var quarantineFiles = draft.Stored(GlueLayout.Refused, cancellationToken);
        pins.Verify(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return draft.Publish(content with { Inputs = inputs.SnapshotIds }, files, quarantineFiles, clock.GetUtcNow(), cancellationToken);
    }

    /// <inheritdoc/>
    public long RunShard(Shard shard, IProgress<StepProgress> progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{step.Table.Name} is made by an SQL model, which has no shards");

    /// <inheritdoc/>
    public void Dispose()
    {
        // A query is disposed where it is waited for.
    }

    private (SnapshotContent Content, IReadOnlyList<ManifestFile> Files) Whole(
        AthenaInserts inserts, SnapshotDraft draft, BuildTables tables, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var (kept, quarantined) = inserts.Whole(inputs, cancellationToken);
        progress.Report(new StepProgress("checking", -1, kept));

        // Before the rows are counted: then these files have all of them.
        var files = draft.Stored(GlueLayout.Data, cancellationToken);
        inserts.RequireWritten(tables.Data.ToString(), kept, cancellationToken);
        new CheckRunner(_engine).Run(step.Table, tables.Data.ToString(), null, cancellationToken);
        return (new SnapshotContent(kept, quarantined), files);
    }

    private (SnapshotContent Content, IReadOnlyList<ManifestFile> Files) ByDay(
        AthenaInserts inserts, SnapshotDraft draft, BuildTables tables, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var days = new AthenaDays(step.Table, plan);
        var current = store.Current(step.Table.Name, cancellationToken);
        var written = inserts.ByDay(plan.Days!, cancellationToken);
        days.RequireOwn(draft.Stored(GlueLayout.Data, cancellationToken));
        if (plan.Days!.Keep.Count > 0)
        {
            draft.CarryOver(current!, plan.Days.Keep, cancellationToken);
        }

        progress.Report(new StepProgress("checking", -1, written));
        var files = draft.Stored(GlueLayout.Data, cancellationToken);
        var rebuilt = days.Rebuilt(tables.Data.ToString());
        inserts.RequireWritten(rebuilt, written, cancellationToken);
        new CheckRunner(_engine).Run(step.Table, tables.Data.ToString(), rebuilt, cancellationToken);
        var manifest = days.Manifest(_engine, rebuilt, current, draft.Id, cancellationToken);
        return (new SnapshotContent(manifest.Values.Sum(day => day.Rows)) { Days = manifest }, files);
    }
}
