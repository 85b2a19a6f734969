namespace Recommender.Ranking.Baskets;

/// <summary>How much of a list of products, the most likely first, is the basket to predict.</summary>
/// <param name="Products">The first so many; 0 for none of them.</param>
/// <param name="None">
/// Whether the prediction says that nothing is bought again; beside products it is the hedge that Kaggle's Instacart competition
/// allowed, where "None" is one more item of the prediction, and the only item of the truth where nothing is.
/// </param>
/// <param name="ExpectedF1">Expected F1, 0 to 1.</param>
internal readonly record struct BasketChoice(int Products, bool None, double ExpectedF1);
