namespace Recommender.Ranking.Trees;

/// <summary>Where training is.</summary>
/// <param name="Round">Trees so far, from 1.</param>
/// <param name="Rounds">Most trees there will be.</param>
/// <param name="Validation">The validation rows' mean log loss, or mean NDCG for LambdaRank; NaN without validation rows.</param>
/// <param name="BestRound">The round with the best validation figure so far; without validation rows, <paramref name="Round"/>.</param>
internal sealed record TreeProgress(int Round, int Rounds, double Validation, int BestRound);
