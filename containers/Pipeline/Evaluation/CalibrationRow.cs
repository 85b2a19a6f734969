namespace Recommender.Pipeline.Evaluation;

/// <summary>A row of <c>ml.calibration</c>.</summary>
internal sealed record CalibrationRow(string Model, int Bin, double Predicted, double Observed, double Low, double High, long Pairs);
