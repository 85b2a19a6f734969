namespace Recommender.Pipeline.Recommending;

/// <summary>A product recommended to a user.</summary>
/// <param name="Rank">Its place; the best is 1.</param>
/// <param name="ProductId">The product.</param>
/// <param name="Name">Its name.</param>
/// <param name="Department">Its department.</param>
/// <param name="Score">The ranker's score.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record RecommendedProduct(int Rank, long ProductId, string Name, string Department, double Score, string Reason);
