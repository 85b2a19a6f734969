namespace Recommender.Ranking.Trees;

/// <summary>A column of the rows that trees learn from.</summary>
/// <param name="Name">Unique among the columns.</param>
/// <param name="Description">One sentence for people.</param>
/// <param name="Kind">Numeric or categorical.</param>
/// <param name="Monotone">1: scores never fall as the value rises; -1: never rise; 0: free. Numeric features only.</param>
internal sealed record FeatureColumn(string Name, string Description, FeatureKind Kind = FeatureKind.Numeric, int Monotone = 0);
