namespace Recommender.Ranking.Rankers;

/// <summary>One recommended product.</summary>
/// <param name="Item">Index of the product in the histories' vocabulary.</param>
/// <param name="Score">Higher is better; comparable between items of one ranker and user only.</param>
/// <param name="Reason">Why the product is recommended.</param>
internal readonly record struct ScoredItem(int Item, double Score, ItemReason Reason);
