namespace Recommender.Ranking.Learning;

/// <summary>Where the training of a ranker is.</summary>
/// <param name="Phase">What is being done, in a few words.</param>
/// <param name="Fraction">How much of it is done, 0 to 1; −1 where unknown.</param>
internal readonly record struct TrainingProgress(string Phase, double Fraction);
