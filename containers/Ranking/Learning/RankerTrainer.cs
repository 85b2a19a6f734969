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
    private const int SizedUsers = 400;

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
        var users = Sample(shop, fit, rows, cancellation);
        var heldOut = Targets(shop, fit, users.Where(user => IsHeldOut(shop, user)));
        var learnt = Targets(shop, fit, users.Where(user => !IsHeldOut(shop, user)));
        if (learnt.Count < 20 || heldOut.Count == 0)
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

        var run = new TreeRun(_trees, _settings, progress, cancellation);
        var (logistic, ranking) = (run.Stopped(TreeObjective.Logistic, train, validation), _settings.RankingWeight > 0 ? run.Stopped(TreeObjective.LambdaRank, train, validation) : []);
        var facts = new TrainingFacts(users.Count, learnt.Count, train.Rows, heldOut.Count, validation.Rows, 0);
        var first = new RankerModel(_settings, logistic, ranking, ProbabilityCalibration.Identity, facts);
        progress?.Report(new TrainingProgress("calibrating", -1));
        var (calibration, logLoss) = HeldOutCalibration.Fit(first, rows, heldOut, validation, cancellation);
        facts = facts with { HeldOutLogLoss = logLoss };
        if (!_settings.Refit)
        {
            return new RankerModel(_settings, logistic, ranking, calibration, facts);
        }

        (train, validation) = (null!, null!);
        List<TrainingTarget> everything = [.. learnt.Concat(heldOut).OrderBy(target => target.User).ThenBy(target => target.Known)];
        var all = rows.Assemble(edges, everything, cancellation);
        return new RankerModel(
            _settings, run.Full(TreeObjective.Logistic, all, logistic), ranking.Count == 0 ? [] : run.Full(TreeObjective.LambdaRank, all, ranking), calibration,
            facts with { Targets = everything.Count, Rows = all.Rows });
    }

    private static bool HasBothLabels(TreeRows rows) => rows.Labels.Contains(0) && rows.Labels.Contains(1);

    private bool IsHeldOut(ShopKnowledge shop, int user) =>
        UserSample.Hash(shop.Shop.Histories.Users.Id(user), HeldOutSalt) < _settings.HeldOutShare;

    private List<TrainingTarget> Targets(ShopKnowledge shop, FitBaskets fit, IEnumerable<int> users) =>
        TrainingTargets.List(shop.Shop, fit, users, _settings);

    /// <summary>All users, or as many as make up the rows that the settings allow, by the rows of some of them.</summary>
    private List<int> Sample(ShopKnowledge shop, FitBaskets fit, TrainingRows rows, CancellationToken cancellation)
    {
        var ids = shop.Shop.Histories.Users;
        bool Among(int user, int count) => UserSample.Keeps(ids.Id(user), count, fit.Users.Count);
        var sized = fit.Users.Where(user => Among(user, SizedUsers)).ToList();
        var rowsPerUser = (double)rows.Count(Targets(shop, fit, sized), cancellation) / Math.Max(1, sized.Count);
        var most = (int)Math.Min(int.MaxValue, _settings.MostRows / Math.Max(1, rowsPerUser));
        return [.. fit.Users.Where(user => Among(user, most))];
    }
}
