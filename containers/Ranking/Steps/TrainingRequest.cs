namespace Recommender.Ranking.Steps;

/// <summary>What <c>recommender train</c> asks for besides what a run does.</summary>
/// <param name="Seed">The seed of a training that is wanted whether or not anything has changed; null for none.</param>
/// <param name="Promote">Whether the newest challenger becomes champion whatever the gate says.</param>
public sealed record TrainingRequest(long? Seed, bool Promote);
