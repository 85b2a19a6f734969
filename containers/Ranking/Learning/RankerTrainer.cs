using Recommender.Ranking.Baskets;
using Recommender.Ranking.Features;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Learning;

/// <summary>
/// Trains rankers: the next baskets of the users to fit on, and their own earlier baskets, are the targets; candidates in the target
/// are to score above the others. The model depends on data, settings and seed only, not on the number of threads.
/// </summary>
internal sealed class RankerTrainer
{
    private const ulong HeldOutSalt = 11;
    private const int LeastTargets = 20;

    private readonly ITreeTrainer _trees;
    private readonly RankerSettings _settings;

    /// <summary>A trainer.</summary>
    /// <param name="trees">Trains the trees.</param>
    /// <param name="settings">How; checked here.</param>
    /// <exception cref="ArgumentException">The settings have faults; the message names all.</exception>
    public RankerTrainer(ITreeTrainer trees, RankerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(trees);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        (_trees, _settings) = (trees, settings);
    }

    /// <summary>Trains a model.</summary>
    /// <param name="shop">What is known of the shop.</param>
    /// <param name="fit">Whom to learn from.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <returns>The model; null where there are too few baskets to learn from (fewer than 20, or no held-out one).</returns>
    public RankerModel? Train(ShopKnowledge shop, FitBaskets fit, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(fit);
        var rows = new TrainingRows(shop, fit, _settings);
        progress?.Report(new TrainingProgress("choosing baskets to learn from", -1));
        var sample = TrainingSample.Choose(shop, fit, rows, _settings, cancellation);
        var heldOut = rows.Count(Targets(shop, fit, sample, isHeldOut: true), cancellation);
        var learnt = rows.Count(Targets(shop, fit, sample, isHeldOut: false), cancellation);
        if (learnt.Targets.Count < LeastTargets || heldOut.Targets.Count == 0)
        {
            return null;
        }

        progress?.Report(new TrainingProgress("making features", -1));
        var edges = rows.Edges(learnt, cancellation);
        var train = rows.Assemble(edges, learnt, cancellation);
        var validation = rows.Assemble(edges, heldOut, cancellation);
        if (!HasBothLabels(train) || !HasBothLabels(validation))
        {
            return null;
        }

        var rowsInAll = train.Rows + validation.Rows;
        var run = new TreeRun(_trees, _settings with { Trees = _settings.TreesOf(rowsInAll) }, progress, cancellation);
        var (logistic, ranking) = (run.Stopped(TreeObjective.Logistic, train, validation), _settings.RankingWeight > 0 ? run.Stopped(TreeObjective.LambdaRank, train, validation) : []);
        var facts = new TrainingFacts(sample.Users.Count, learnt.Targets.Count, train.Rows, heldOut.Targets.Count, validation.Rows, 0)
        {
            FitUsers = fit.Users.Count, EarlierTargets = sample.EarlierTargets, IsSlow = _settings.IsSlow(rowsInAll),
        };
        var first = new RankerModel(_settings, logistic, ranking, ProbabilityCalibration.Identity, facts);
        progress?.Report(new TrainingProgress("calibrating", -1));
        var (calibration, logLoss) = HeldOutCalibration.Fit(first, rows, heldOut, validation, cancellation);
        facts = facts with { HeldOutLogLoss = logLoss };
        if (!_settings.Refit)
        {
            return new RankerModel(_settings, logistic, ranking, calibration, facts);
        }

        (train, validation) = (null!, null!);
        var everything = learnt.And(heldOut);
        var all = rows.Assemble(edges, everything, cancellation);
        return new RankerModel(
            _settings, run.Full(TreeObjective.Logistic, all, logistic), ranking.Count == 0 ? [] : run.Full(TreeObjective.LambdaRank, all, ranking), calibration,
            facts with { Targets = everything.Targets.Count, Rows = all.Rows });
    }

    private static bool HasBothLabels(TreeRows rows) => rows.Labels.Contains(0) && rows.Labels.Contains(1);

    private bool IsHeldOut(ShopKnowledge shop, int user) =>
        UserSample.Hash(shop.Shop.Histories.Users.Id(user), HeldOutSalt) < _settings.HeldOutShare;

    private List<TrainingTarget> Targets(ShopKnowledge shop, FitBaskets fit, TrainingSample sample, bool isHeldOut) => TrainingTargets.List(
        shop.Shop, fit, sample.Users.Where(user => IsHeldOut(shop, user) == isHeldOut), _settings with { EarlierTargets = sample.EarlierTargets });
}
