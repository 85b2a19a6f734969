using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Evaluation;

/// <summary>The columns of a ranker's lists over some users.</summary>
/// <param name="histories">The histories that were ranked from.</param>
/// <param name="truth">What the lists were measured against.</param>
/// <param name="qualities">Measures a list.</param>
internal sealed class ListColumns(UserHistories histories, TruthBaskets truth, ListQualities qualities)
{
    /// <summary>Every metric at a cutoff, over the users at these positions.</summary>
    public IEnumerable<MetricColumn> At(RankerReport report, int k, int[] users)
    {
        foreach (var (name, metric) in Hits)
        {
            yield return Mean(report, k, users, name, metric);
        }

        var catalogue = histories.Products.Count;
        var exposure = new Exposure(report.Lists, users, k, catalogue);
        var distinct = exposure.Distinct();
        yield return MetricColumn.Mean(EvaluationMetrics.Coverage, k, [.. distinct.Select(products => products / catalogue)]);
        yield return MetricColumn.Mean(EvaluationMetrics.DistinctProducts, k, distinct);
        yield return MetricColumn.Mean(EvaluationMetrics.Novelty, k, [.. users.Select(user => qualities.Novelty(report.Lists.First(user, k)))]);
        yield return MetricColumn.Mean(EvaluationMetrics.Diversity, k, [.. users.Select(user => qualities.Diversity(report.Lists.First(user, k)))]);
        yield return PopularityBias(report, k, users);
        if (exposure.Gini() is { } gini)
        {
            yield return MetricColumn.Mean(EvaluationMetrics.Gini, k, gini);
        }
    }

    /// <summary>Recall at a cutoff.</summary>
    public static MetricColumn Recall(RankerReport report, int k, int[] users) => Mean(report, k, users, EvaluationMetrics.Recall, outcome => outcome.Recall);

    private static IReadOnlyList<(string Name, Func<UserOutcome, double> Metric)> Hits { get; } =
    [
        (EvaluationMetrics.Recall, outcome => outcome.Recall),
        (EvaluationMetrics.Ndcg, outcome => outcome.Ndcg),
        (EvaluationMetrics.NdcgCapped, outcome => outcome.NdcgCapped),
        (EvaluationMetrics.HitRate, outcome => outcome.HitRate),
        (EvaluationMetrics.RepeatRecall, outcome => outcome.RepeatRecall),
        (EvaluationMetrics.ExploreRecall, outcome => outcome.ExploreRecall),
    ];

    private static MetricColumn Mean(RankerReport report, int k, int[] users, string name, Func<UserOutcome, double> metric)
    {
        var values = report.ByUser(k, metric);
        return MetricColumn.Mean(name, k, [.. users.Select(user => values[user])]);
    }

    /// <summary>A ratio of means, over the users who have a list and a history.</summary>
    private MetricColumn PopularityBias(RankerReport report, int k, int[] users)
    {
        var lists = users.Select(user => qualities.Popularity(report.Lists.First(user, k))).ToArray();
        var own = users.Select(user => qualities.Popularity(histories.Purchases(histories.Users.IndexOf(truth.UserId(user))))).ToArray();
        var both = lists.Zip(own, (list, history) => !double.IsNaN(list) && !double.IsNaN(history)).ToArray();
        return new MetricColumn(
            EvaluationMetrics.PopularityBias, k, [.. lists.Select((value, i) => both[i] ? value : 0)], [.. own.Select((value, i) => both[i] ? value : 0)]);
    }
}
