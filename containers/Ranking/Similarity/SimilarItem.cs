namespace Recommender.Ranking.Similarity;

/// <summary>A product that is bought together with another.</summary>
/// <param name="Item">Index of the product in the histories' vocabulary.</param>
/// <param name="Baskets">In how many baskets the two are together.</param>
/// <param name="Score">Shrunk cosine, above 0 and at most 1.</param>
internal readonly record struct SimilarItem(int Item, int Baskets, double Score);
