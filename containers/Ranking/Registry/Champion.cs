namespace Recommender.Ranking.Registry;

/// <summary>The model that lists come from, ready to score a shop.</summary>
/// <param name="Id">Its id in <c>ml.models</c>.</param>
/// <param name="Scorer">Scores.</param>
internal sealed record Champion(string Id, ILearntScorer Scorer);
