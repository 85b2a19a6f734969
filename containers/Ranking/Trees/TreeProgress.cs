namespace Recommender.Ranking.Trees;

/// <summary>Where training is.</summary>
/// <param name="Round">Rounds so far, from 1; one in which no split gains anything adds no tree.</param>
/// <param name="Rounds">Most rounds there will be.</param>
/// <param name="Validation">The validation rows' mean log loss, or mean NDCG for LambdaRank; NaN without validation rows.</param>
/// <param name="GoodRound">The last round whose validation figure was good, up to which trees are kept; without validation rows, <paramref name="Round"/>.</param>
internal sealed record TreeProgress(int Round, int Rounds, double Validation, int GoodRound);
