using System.Globalization;
using Recommender.Lake.Building;
using Recommender.Lake.Tables;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Steps;

/// <summary>
/// Keeps the trials of tuning. A run makes the table where there is none, and leaves it alone otherwise; for a
/// <see cref="TuningSession"/> each build tries some more settings and adds their rows.
/// </summary>
/// <param name="loader">Loads the history.</param>
/// <param name="clock">Measures trials.</param>
/// <param name="threads">Threads to learn with.</param>
/// <param name="session">What to try; null to try nothing.</param>
public sealed class TuningRunsStep(ShopHistoryLoader loader, TimeProvider clock, int threads, TuningSession? session = null) : IAccumulatingStep
{
    /// <inheritdoc/>
    public TableDeclaration Table => LearningTables.TuningRuns;

    /// <inheritdoc/>
    public IReadOnlyList<TableName> Inputs => session is null ? [] : ShopHistoryLoader.Inputs;

    /// <inheritdoc/>
    public IReadOnlyList<TableName> FollowsFrom => [];

    /// <inheritdoc/>
    public string Definition => "tuning runs 1";

    /// <inheritdoc/>
    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => null;

    /// <inheritdoc/>
    public StepOutput Build(StepContext context, CancellationToken cancellationToken)
    {
        List<TrialRecord> records = context.Own is null ? [] : [.. TrialTable.Read(context.Connection, cancellationToken)];
        var before = records.Count;
        if (session is not null)
        {
            Tune(session, context, records, cancellationToken);
        }

        var keeps = context.Own is not null && records.Count == before;
        var rows = keeps ? context.Own!.Rows : StagedRows.Write(Table, context, rows => TrialTable.Append(rows, records), cancellationToken);

        // Models follow from the settings that were chosen: further trials that change nothing about these make nobody train anew.
        var space = loader.Learner.Space;
        return new StepOutput(rows) { KeepsCurrent = keeps, Essence = TrialTable.Best(records, space)?.Settings ?? SettingsJson.Write(space.Defaults) };
    }

    private void Tune(TuningSession tuning, StepContext context, List<TrialRecord> records, CancellationToken cancellationToken)
    {
        var shop = loader.Load(context, cancellationToken);
        var fit = KnownBaskets.Read(context.Connection, cancellationToken).Where(user => !UserSplit.IsTest(user));
        if (fit.Count < ModelRequirements.FitUsers)
        {
            (tuning.Refusal, tuning.Finished) = (ModelRequirements.TooFew(fit.Count, "fit users", ModelRequirements.FitUsers), true);
            return;
        }

        var data = TextHash.Of(ShopHistoryLoader.Inputs.Select(input => context.Inputs[input].Snapshot));
        tuning.Study = TextHash.Of([data, loader.Learner.Version, loader.Learner.Space.Signature, tuning.Seed.ToString(CultureInfo.InvariantCulture)]);
        tuning.Began ??= clock.GetTimestamp();
        var building = clock.GetTimestamp();
        var runner = new TrialRunner(loader.Learner, shop, fit, threads);
        do
        {
            var tried = records.Where(record => record.Study == tuning.Study).ToList();
            var next = HalvingSchedule.Next(tried, tuning.Trials, Rung.All.Count);
            if (next is null || (tuning.Done > 0 && clock.GetElapsedTime(tuning.Began.Value) >= tuning.Budget))
            {
                tuning.Finished = true;
                return;
            }

            records.Add(Try(tuning, runner, next.Value, data, Reporter(context, tuning, tried, next.Value), cancellationToken));
            tuning.Done++;
        }
        while (clock.GetElapsedTime(building) < TuningSession.PublishEvery);
    }

    private TrialRecord Try(TuningSession tuning, TrialRunner runner, (int Trial, int Rung) next, string data, Action<double> progress, CancellationToken cancellationToken)
    {
        var settings = loader.Learner.Space.Settings(tuning.Seed, next.Trial);
        var (started, at) = (clock.GetTimestamp(), clock.GetUtcNow().UtcDateTime);
        var outcome = runner.Try(settings, Rung.All[next.Rung], tuning.Seed, progress, cancellationToken);
        return new TrialRecord
        {
            Study = tuning.Study,
            Trial = next.Trial,
            Rung = next.Rung,
            Settings = SettingsJson.Write(settings),
            Score = outcome.Score,
            ScoreError = outcome.Error,
            Users = outcome.Users,
            Seconds = clock.GetElapsedTime(started).TotalSeconds,
            Seed = tuning.Seed,
            State = TrialTable.Finished,
            Data = data,
            StartedAt = at,
        };
    }

    private static Action<double> Reporter(StepContext context, TuningSession tuning, List<TrialRecord> tried, (int Trial, int Rung) next)
    {
        var best = HalvingSchedule.Best(tried);
        var activity = FormattableString.Invariant($"trial {next.Trial + 1} of {tuning.Trials}, rung {next.Rung + 1} of {Rung.All.Count}")
            + (best is null ? "" : FormattableString.Invariant($", best {best.Score:0.0000}"));
        return share => context.Progress.Report(new StepProgress(activity, share, 0));
    }
}
