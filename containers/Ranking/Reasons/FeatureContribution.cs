namespace Recommender.Ranking.Reasons;

/// <summary>What one feature did to a score.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Meaning">What it is, in a sentence.</param>
/// <param name="Value">Its value; NaN where it is unknown.</param>
/// <param name="Contribution">What it added to the score.</param>
public sealed record FeatureContribution(string Feature, string Meaning, double Value, double Contribution);
