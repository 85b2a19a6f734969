using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Tuning;

/// <summary>What one combination of settings reached on the fit users.</summary>
internal sealed record DecayTrial(DecaySettings Settings, CutoffMetrics Metrics);
