using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Tuning;

/// <summary>Tries settings on fit users alone: learns from some of their known next baskets, and measures on others.</summary>
/// <param name="learner">Learns.</param>
/// <param name="shop">The shop.</param>
/// <param name="fit">The known next baskets of the fit users.</param>
/// <param name="threads">Threads to use.</param>
internal sealed class TrialRunner(IModelLearner learner, ShopHistory shop, TruthBaskets fit, int threads)
{
    private const int Cutoff = 10;

    /// <summary>The mean NDCG@10 of the users held out, its standard error, and how many they are.</summary>
    public readonly record struct Outcome(double Score, double Error, int Users);

    /// <summary>Tries settings on a rung.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="rung">The rung.</param>
    /// <param name="seed">The seed of the training.</param>
    /// <param name="progress">Takes what is done and the share of it, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Outcome Try(IReadOnlyDictionary<string, double> settings, Rung rung, long seed, Action<double> progress, CancellationToken cancellationToken)
    {
        var scores = new List<double>();
        for (var fold = 0; fold < rung.Folds; fold++)
        {
            progress((double)fold / rung.Folds);
            var held = fold;
            var heldOut = fit.Where(user => InnerFolds.Of(user) == held);
            bool IsFit(long user) => !UserSplit.IsTest(user) && InnerFolds.Of(user) != held && UserShare.Has(user, rung.Share);
            var task = new LearningTask { Shop = shop, Baskets = fit, IsFit = IsFit, Settings = settings, RowShare = rung.Share, Seed = seed, Threads = threads };
            if (heldOut.Count == 0 || learner.Train(task, cancellationToken) is not { } model)
            {
                continue;
            }

            var ranker = RankerFactory.Filled(shop, model.For(shop, threads, cancellationToken).Ranker);
            var report = new Evaluator(shop.Histories, heldOut, new EvaluationOptions { Cutoffs = [Cutoff], Threads = threads }).Evaluate([ranker], cancellationToken);
            scores.AddRange(report.Rankers[0].ByUser(Cutoff, outcome => outcome.Ndcg));
        }

        var mean = scores.Count == 0 ? 0 : scores.Average();
        var variance = scores.Count < 2 ? 0 : scores.Sum(score => (score - mean) * (score - mean)) / (scores.Count - 1);
        return new Outcome(mean, scores.Count == 0 ? 0 : Math.Sqrt(variance / scores.Count), scores.Count);
    }
}
