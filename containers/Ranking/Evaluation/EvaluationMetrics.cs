namespace Recommender.Ranking.Evaluation;

/// <summary>The metrics of <c>ml.evaluation</c>: names and meanings.</summary>
public static class EvaluationMetrics
{
    /// <summary>Recall.</summary>
    public const string Recall = "recall";

    /// <summary>NDCG, the ideal not capped.</summary>
    public const string Ndcg = "ndcg";

    /// <summary>NDCG, the ideal capped at k.</summary>
    public const string NdcgCapped = "ndcg_capped";

    /// <summary>Hit rate.</summary>
    public const string HitRate = "phr";

    /// <summary>Recall of what was bought before.</summary>
    public const string RepeatRecall = "repeat_recall";

    /// <summary>Recall of what was not.</summary>
    public const string ExploreRecall = "explore_recall";

    /// <summary>Share of the catalogue in any list.</summary>
    public const string Coverage = "coverage";

    /// <summary>Products in any list.</summary>
    public const string DistinctProducts = "distinct_products";

    /// <summary>Surprise.</summary>
    public const string Novelty = "novelty";

    /// <summary>Difference within a list.</summary>
    public const string Diversity = "diversity";

    /// <summary>Popularity of lists beside histories.</summary>
    public const string PopularityBias = "popularity_bias";

    /// <summary>Inequality of products.</summary>
    public const string Gini = "gini";

    /// <summary>Area under the ROC curve.</summary>
    public const string Auc = "auc";

    /// <summary>Log loss.</summary>
    public const string LogLoss = "log_loss";

    /// <summary>F1 of the predicted reorders.</summary>
    public const string F1 = "f1";

    /// <summary>Calibration error.</summary>
    public const string CalibrationError = "ece";

    /// <summary>Recall of the candidates that are scored at all.</summary>
    public const string CandidateRecall = "candidate_recall";

    /// <summary>All of them, in the order to show them in.</summary>
    public static IReadOnlyList<EvaluationMetric> All { get; } =
    [
        new(Recall, "mean share of the basket that is in the list", 1, true, 1),
        new(Ndcg, "mean NDCG, which counts hits at early places more; the ideal is not capped at k", 1, true, 1),
        new(NdcgCapped, "mean NDCG, the ideal capped at k", 1, true, 1),
        new(HitRate, "share of users with at least one hit", 1, true, 1),
        new(RepeatRecall, "mean recall of the basket's products that the user had bought before, over the users who have any", 1, true, 1),
        new(ExploreRecall, "mean recall of the basket's products that the user had never bought, over the users who have any", 1, true, 1),
        new(Coverage, "share of the catalogue that is in any list", 1, true, 1),
        new(DistinctProducts, "different products in the lists", 1, true, double.PositiveInfinity),
        new(Novelty, "mean surprise of the lists' products in bits: -log2 of a product's share of all purchases, one added for each product", 0, true, double.PositiveInfinity),
        new(Diversity, "share of the pairs of products of a list that are of different aisles (departments, where a shop has no aisles)", 0, true, 1),
        new(PopularityBias, "mean popularity of the lists' products over that of the users' own purchases: 1 is alike, more is drawn to what sells most", 0, true, double.PositiveInfinity),
        new(Gini, "how unequally the catalogue's products are recommended: 0 all alike, near 1 few products always", 0, true, 1),
        new(Auc, "chance that a product of the history that is bought again has a higher score than one that is not, pairs of all users pooled", 1, false, 1),
        new(LogLoss, "mean of -ln of the probability given to what came, over the products of the histories", -1, false, double.PositiveInfinity),
        new(F1, "mean F1 of the predicted reorders, the basket of greatest expected F1; \"None\" is an item where nothing is bought again (Kaggle's definition)", 1, false, 1),
        new(CalibrationError, "mean distance of predicted from observed shares over bins of equally many pairs", -1, false, 1),
        new(CandidateRecall, "mean share of the basket that is among the candidates that are scored", 1, false, 1),
    ];

    /// <summary>The metric of a name; null where there is none.</summary>
    public static EvaluationMetric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);
}
