namespace Recommender.Ranking.Evaluation;

/// <summary>One user's metrics at one cutoff; a NaN where the set that it is a share of is empty.</summary>
internal readonly record struct UserOutcome(
    double Recall, double Ndcg, double NdcgCapped, double HitRate, double RepeatRecall, double ExploreRecall);
