using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Registry;

/// <summary>Whether a new model takes the place of what lists come from.</summary>
/// <param name="Passes">Whether it does.</param>
/// <param name="Reason">Why, in a sentence with the figures.</param>
/// <param name="Incumbent">What lists came from until then.</param>
/// <param name="Ndcg">The new model's NDCG@10 beside the other's, over the same users.</param>
/// <param name="Recall">The same of recall@10.</param>
internal sealed record GateDecision(bool Passes, string Reason, string Incumbent, PairedComparison Ndcg, PairedComparison Recall);
