namespace Recommender.Ranking.Trees;

/// <summary>A split as <see cref="ScoringChunk"/> asks for it: rows above the threshold lose the leaves of its left side.</summary>
/// <param name="Threshold">The split's threshold.</param>
/// <param name="Word">The word of leaves.</param>
/// <param name="Clear">The leaves, of that word, that rows lose.</param>
internal readonly record struct ScoringSplit(float Threshold, int Word, uint Clear);
