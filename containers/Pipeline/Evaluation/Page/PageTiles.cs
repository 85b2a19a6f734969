using System.Xml.Linq;
using Recommender.Ranking.Evaluation;
using static Recommender.Pipeline.Evaluation.Page.Markup;

namespace Recommender.Pipeline.Evaluation.Page;

/// <summary>The published ranker's main figures, each beside its best rival.</summary>
internal static class PageTiles
{
    /// <summary>The tiles.</summary>
    public static XElement Of(EvaluationView view)
    {
        var k = view.Cutoffs[0];
        return Tag(
            "ul", "tiles",
            Of($"recall@{k}", view, view.Rankers, EvaluationMetrics.Recall, k), Of($"NDCG@{k}", view, view.Rankers, EvaluationMetrics.Ndcg, k),
            Of($"users with a hit@{k}", view, view.Rankers, EvaluationMetrics.HitRate, k), Of("area under the curve", view, view.Scorers, EvaluationMetrics.Auc, 0),
            Of("F1 of the basket", view, view.Scorers, EvaluationMetrics.F1, 0));
    }

    private static XElement? Of(string title, EvaluationView view, IReadOnlyList<string> models, string metric, int k)
    {
        var own = models.Count == 0 ? null : view.Find(models[0], metric, k);
        if (own is null)
        {
            return null;
        }

        var rival = models.Skip(1).Select(model => view.Find(model, metric, k)).OfType<MetricRow>().MaxBy(row => row.Value);
        return Tag("li", null, Tag("span", null, title), Tag("strong", null, MetricText.Value(own)), Tag("span", null, MetricText.Margin(own)), rival is null ? null : Tag("span", null, Beside(rival)));
    }

    private static string Beside(MetricRow rival) => rival.Beyond switch
    {
        < 0 => $"ahead of {rival.Model} ({MetricText.Value(rival)})",
        > 0 => $"behind {rival.Model} ({MetricText.Value(rival)})",
        _ => $"level with {rival.Model} ({MetricText.Value(rival)})",
    };
}
