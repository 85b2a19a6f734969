using System.Globalization;
using System.Text.Json;
using Recommender.Lake.Building;
using Recommender.Lake.Errors;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Registry;

/// <summary>Trains one model, measures it beside what lists come from now, and decides which of the two they come from next.</summary>
/// <param name="learner">Learns.</param>
/// <param name="shop">The shop.</param>
/// <param name="known">All known next baskets.</param>
/// <param name="context">The build.</param>
/// <param name="clock">Dates the model.</param>
/// <param name="threads">Threads to use.</param>
internal sealed class ModelTraining(IModelLearner learner, ShopHistory shop, TruthBaskets known, StepContext context, TimeProvider clock, int threads)
{
    private readonly TruthBaskets _fit = known.Where(user => !UserSplit.IsTest(user));
    private readonly TruthBaskets _test = Some(known.Where(UserSplit.IsTest));

    /// <summary>Of more test users (20,000), a sample is measured on, always the same: noise is small by then, and time is not.</summary>
    public const int MostTestUsers = 20_000;

    /// <summary>Why no model can be trained, in a sentence; null where one can.</summary>
    public string? Lacking => ModelRequirements.Lacking(_fit.Count, _test.Count);

    /// <summary>Trains and decides.</summary>
    /// <param name="registry">The models there are.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The models there are then, and what to tell.</returns>
    public (ModelRegistry Registry, string Note) Run(ModelRegistry registry, long seed, CancellationToken cancellationToken)
    {
        var tuned = TrialTable.Best(TrialTable.Read(context.Connection, cancellationToken), learner.Space);
        var model = learner.Train(
            new LearningTask
            {
                Shop = shop,
                Baskets = _fit,
                IsFit = user => !UserSplit.IsTest(user),
                Settings = tuned is null ? learner.Space.Defaults : SettingsJson.Read(tuned.Settings).ToDictionary(setting => setting.Key, setting => setting.Value),
                Seed = seed,
                Threads = threads,
                Progress = (activity, share) => context.Progress.Report(new StepProgress(activity, share, 0)),
            },
            cancellationToken);
        if (model is null)
        {
            return (registry, "no model was trained: the fit users have too few baskets to learn from");
        }

        var file = model.ToFile();
        context.Progress.Report(new StepProgress("measuring the model", -1, _test.Count));
        var incumbent = Incumbent(registry, cancellationToken);
        var scorer = model.For(shop, threads, cancellationToken);
        var evaluation = Evaluation();
        var challenger = evaluation.Lists([RankerFactory.Filled(shop, scorer.Ranker)], cancellationToken);
        var decision = PromotionGate.Decide(challenger[0], evaluation.Lists([incumbent.Ranker], cancellationToken)[0], incumbent.Name, cancellationToken);
        var record = Record(model, file, seed, tuned, decision, evaluation.Measure(challenger, [scorer.Pairs], cancellationToken));
        var passes = decision.Passes || record.Id == registry.Champion?.Id;
        var kept = passes || incumbent.IsUsable ? registry : registry.Retire(registry.Champion!.Id, "this program cannot use its file");
        return (
            kept.Add(record with { State = passes ? ModelState.Champion : ModelState.Challenger }),
            $"{record.Id} {(passes ? "is champion now" : "is challenger, and not champion")}: {decision.Reason}{incumbent.Warning}"
            + (passes ? "" : "; 'recommender train --promote' makes it champion all the same"));
    }

    private static TruthBaskets Some(TruthBaskets test) =>
        test.Count <= MostTestUsers ? test : test.Where(user => UserShare.Has(user, (double)MostTestUsers / test.Count));

    private QualityEvaluation Evaluation() => new(
        shop.Histories, _test, shop.Aisles ?? shop.Departments, new QualityOptions { CurveCutoffs = [], Bootstrap = new BootstrapOptions { Threads = threads } });

    private IEnumerable<KeyValuePair<string, double>> Metrics(QualityReport quality, GateDecision decision) =>
    [
        new("test_users", _test.Count),
        .. quality.Estimates.Where(estimate => estimate.Segment == UserSegment.All && double.IsFinite(estimate.Value))
            .Select(estimate => KeyValuePair.Create(estimate.K == 0 ? estimate.Metric : $"{estimate.Metric}@{estimate.K}", estimate.Value)),
        new("lift_ndcg@10", decision.Ndcg.Difference),
        new("lift_recall@10", decision.Recall.Difference),
    ];

    /// <summary>What lists come from now. A champion whose file cannot be used is as good as none.</summary>
    private (IRanker Ranker, string Name, bool IsUsable, string Warning) Incumbent(ModelRegistry registry, CancellationToken cancellationToken)
    {
        var fallback = RankerFactory.Fallback(shop);
        if (registry.Champion is not { } champion)
        {
            return (fallback, fallback.Name, true, "");
        }

        try
        {
            var model = learner.Load(ModelFile.Of(champion), $"ml.models: the file of {champion.Id}");
            return (RankerFactory.Filled(shop, model.For(shop, threads, cancellationToken).Ranker), champion.Id, true, "");
        }
        catch (EnvironmentException error)
        {
            return (fallback, fallback.Name, false, $"; the champion until now could not be compared with: {error.Message}");
        }
    }

    private ModelRecord Record(ILearntModel model, byte[] file, long seed, TrialRecord? tuned, GateDecision decision, QualityReport quality)
    {
        var sha256 = ModelFile.Sha256(file);
        var record = new ModelRecord
        {
            Id = ModelFile.Id(sha256),
            TrainedAt = clock.GetUtcNow().UtcDateTime,
            State = ModelState.Challenger,
            Decision = decision.Reason,
            Settings = SettingsJson.Write(model.Settings),
            Data = JsonSerializer.Serialize(context.Inputs.SnapshotIds),
            Seed = seed,
            Users = model.Users,
            Rows = model.Rows,
            Metrics = SettingsJson.Write(Metrics(quality, decision)),
            Importances = SettingsJson.Write(model.Importances.Select(importance => KeyValuePair.Create(importance.Feature, importance.Share))),
            Card = "",
            FileSha256 = sha256,
            File = Convert.ToBase64String(file),
        };
        return record with { Card = ModelCard.Write(record, learner, tuned, decision, quality, file.Length, model.Remarks) };
    }
}
