namespace Recommender.Benchmarks.Trees;

/// <summary>What one side took and reached.</summary>
/// <param name="Bin">Seconds from rows to bins.</param>
/// <param name="Train">Seconds of training.</param>
/// <param name="TrainCpu">Processor seconds of training.</param>
/// <param name="Score">Seconds to score the held-out rows.</param>
/// <param name="ScoreCpu">Processor seconds of scoring them.</param>
/// <param name="Auc">Area under the ROC curve on the held-out rows.</param>
/// <param name="PeakBytes">The process's peak memory up to the end of training, generated rows included.</param>
internal sealed record TreeOutcome(double Bin, double Train, double TrainCpu, double Score, double ScoreCpu, double Auc, long PeakBytes);
