using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Steps;

/// <summary>Measures the rankers on the known last baskets of the test users.</summary>
/// <param name="loader">Loads the history, in which those baskets are not.</param>
/// <param name="threads">Threads to rank with.</param>
public sealed class EvaluationStep(ShopHistoryLoader loader, int threads)
    : ScoringStep(loader, RankingTables.Evaluation, $"evaluation 1, {RankerFactory.Settings}, test buckets {UserSplit.TestBuckets}")
{
    /// <inheritdoc/>
    private protected override void Compute(ShopHistory shop, DuckDbAppender rows, StepContext context, CancellationToken cancellationToken)
    {
        var truth = Truth(context.Connection, cancellationToken);
        if (truth.Count == 0)
        {
            // A delivery may know no last basket yet: there is nothing to measure, and the table is empty.
            return;
        }

        context.Progress.Report(new StepProgress("measuring", -1, truth.Count));
        var report = new Evaluator(shop.Histories, truth, new EvaluationOptions { Threads = threads }).Evaluate(RankerFactory.Evaluated(shop), cancellationToken);
        foreach (var ranker in report.Rankers)
        {
            foreach (var at in ranker.Metrics)
            {
                rows.AppendRow(
                    ranker.Name, at.K, (long)report.Users, at.Recall, at.Ndcg, at.NdcgCapped, at.HitRate, at.RepeatRecall, (long)at.RepeatUsers,
                    at.ExploreRecall, (long)at.ExploreUsers, (long)at.DistinctItems, at.Coverage);
            }
        }
    }

    private static TruthBaskets Truth(DuckDbConnection connection, CancellationToken cancellationToken)
    {
        List<long> users = [];
        List<long> products = [];
        using var result = connection.Query("select user_id, product_id from clean.order_lines where eval_set = 'train'", cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            users.AddRange(chunk.Column<long>(0));
            products.AddRange(chunk.Column<long>(1));
        }

        return TruthBaskets.FromLines([.. users], [.. products]).Where(UserSplit.IsTest);
    }
}
