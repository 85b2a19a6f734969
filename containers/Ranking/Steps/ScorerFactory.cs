using Recommender.Ranking.Baskets;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Steps;

/// <summary>The scorers whose reorder prediction is measured.</summary>
internal static class ScorerFactory
{
    /// <summary>
    /// The one behind the published ranker first, then the decayed frequency of purchases; what gives no probabilities is calibrated
    /// on the next baskets of the fit users, where there are any.
    /// </summary>
    /// <param name="shop">The shop.</param>
    /// <param name="fit">The known next baskets of fit users, no test user's among them.</param>
    /// <param name="threads">Threads to score with.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<IPairScorer> Measured(ShopHistory shop, TruthBaskets fit, int threads, CancellationToken cancellationToken)
    {
        var published = shop.Champion?.Scorer.Pairs ?? (RankerFactory.Published(shop) is FilledRanker { Primary: IPairScorer primary } ? primary : null);
        var scorers = RankerFactory.Evaluated(shop).OfType<IPairScorer>();
        return [.. scorers.Prepend(published).OfType<IPairScorer>().DistinctBy(scorer => scorer.Name).Select(scorer => Calibrated(shop, scorer, fit, threads, cancellationToken))];
    }

    private static IPairScorer Calibrated(ShopHistory shop, IPairScorer scorer, TruthBaskets fit, int threads, CancellationToken cancellationToken)
    {
        if (scorer.IsProbability || fit.Count == 0)
        {
            return scorer;
        }

        var pairs = new PairEvaluator(shop.Histories, fit, threads).Evaluate(scorer, cancellationToken);
        var margins = Array.ConvertAll(pairs.Scores, score => (float)score);
        var labels = Array.ConvertAll(pairs.Outcomes, came => came ? 1f : 0f);
        return new CalibratedScorer(scorer, ProbabilityCalibration.Fit(margins, labels));
    }
}
