namespace Recommender.Pipeline.Diagnosis;

/// <summary>What one check of the surroundings found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Fine">Whether it is as it should be.</param>
/// <param name="Says">What was found, and, where it is not fine, what to do.</param>
internal sealed record Finding(string Check, bool Fine, string Says);
