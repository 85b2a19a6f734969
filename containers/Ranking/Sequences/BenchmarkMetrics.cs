namespace Recommender.Ranking.Sequences;

/// <summary>A ranker's means over the users of a part whose next basket is known.</summary>
/// <param name="Ranker">The ranker.</param>
/// <param name="Part">The users.</param>
/// <param name="K">How much of the lists counts.</param>
/// <param name="Recall">Recall@k.</param>
/// <param name="Ndcg">NDCG@k, the ideal not capped at k, as the published figures have it.</param>
/// <param name="NdcgCapped">NDCG@k, the ideal capped at min(k, |T|).</param>
/// <param name="HitRate">PHR@k: share of users with any hit.</param>
public sealed record BenchmarkMetrics(
    string Ranker, SequencePart Part, int K, double Recall, double Ndcg, double NdcgCapped, double HitRate);
