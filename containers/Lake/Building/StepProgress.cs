namespace Recommender.Lake.Building;

/// <summary>How far a step is.</summary>
/// <param name="Activity">What it does now, in a few words.</param>
/// <param name="Fraction">Share done, 0 to 1, or -1 where unknown.</param>
/// <param name="Rows">Rows handled so far.</param>
public readonly record struct StepProgress(string Activity, double Fraction, long Rows);
