using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Tuning;

/// <summary>The best settings, and all trials in the order of the grid.</summary>
internal sealed record DecayTuningResult(DecaySettings Best, IReadOnlyList<DecayTrial> Trials);
