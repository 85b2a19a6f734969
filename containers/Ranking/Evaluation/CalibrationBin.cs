namespace Recommender.Ranking.Evaluation;

/// <summary>Pairs of about the same predicted probability.</summary>
/// <param name="Model">The scorer.</param>
/// <param name="Bin">From 1, the least probable pairs first.</param>
/// <param name="Predicted">Mean predicted probability.</param>
/// <param name="Observed">Share of the pairs whose outcome came.</param>
/// <param name="Range">Wilson's 95 % interval of <see cref="Observed"/>.</param>
/// <param name="Pairs">Number of pairs.</param>
internal sealed record CalibrationBin(string Model, int Bin, double Predicted, double Observed, Interval Range, int Pairs);
