namespace Recommender.Ranking.Reasons;

/// <summary>A score taken apart: <paramref name="Bias"/> and all contributions add up to <paramref name="Score"/>.</summary>
/// <param name="Score">The score, in log-odds where the model predicts a probability.</param>
/// <param name="Bias">What the score is before anything is known of user and product.</param>
/// <param name="Probability">The calibrated probability that the product is in the user's next basket.</param>
/// <param name="IsCandidate">Whether the model ranks the product for the user at all.</param>
/// <param name="Features">Every feature with its contribution; the greatest in size first.</param>
public sealed record ScoreExplanation(double Score, double Bias, double Probability, bool IsCandidate, IReadOnlyList<FeatureContribution> Features);
