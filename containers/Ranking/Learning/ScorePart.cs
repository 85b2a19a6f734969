using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Learning;

/// <summary>What one feature adds to a score.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Value">Its value for the pair; NaN where unknown.</param>
/// <param name="Contribution">What it adds to the margin; below 0 where it takes off.</param>
internal sealed record ScorePart(FeatureColumn Feature, float Value, double Contribution);
