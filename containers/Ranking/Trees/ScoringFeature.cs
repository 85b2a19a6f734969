namespace Recommender.Ranking.Trees;

/// <summary>Which splits of a chunk ask for a feature.</summary>
/// <param name="Feature">The column.</param>
/// <param name="First">The first of its threshold splits.</param>
/// <param name="End">The end of them.</param>
/// <param name="MissingFirst">The first of its splits that send NaN right.</param>
/// <param name="MissingEnd">The end of them.</param>
/// <param name="Sets">Its splits by sets of values.</param>
internal sealed record ScoringFeature(int Feature, int First, int End, int MissingFirst, int MissingEnd, ScoringSet[] Sets);
