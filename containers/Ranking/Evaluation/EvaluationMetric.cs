namespace Recommender.Ranking.Evaluation;

/// <summary>What a metric of <c>ml.evaluation</c> is.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Description">One sentence for people.</param>
/// <param name="Better">1 where more is better, −1 where less is, 0 where neither is as such.</param>
/// <param name="HasCutoff">Whether it is about the first k of the lists.</param>
/// <param name="Most">The greatest value there can be; positive infinity for no bound. The least is 0.</param>
public sealed record EvaluationMetric(string Name, string Description, int Better, bool HasCutoff, double Most);
