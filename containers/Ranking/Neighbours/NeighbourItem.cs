namespace Recommender.Ranking.Neighbours;

/// <summary>A product that similar users buy.</summary>
/// <param name="Item">Index of the product in the histories' vocabulary.</param>
/// <param name="Score">0 to 1: the neighbours' mean decayed share of baskets that hold the product, weighted by similarity.</param>
internal readonly record struct NeighbourItem(int Item, float Score);
