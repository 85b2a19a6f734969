namespace Recommender.Ranking.Trees;

/// <summary>How much a model's trees make of a feature.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Gain">Sum of the training gain of the splits on it, over the sum of all splits' gain: 0 to 1.</param>
/// <param name="Splits">How many splits ask for it.</param>
internal sealed record FeatureImportance(string Name, double Gain, int Splits);
