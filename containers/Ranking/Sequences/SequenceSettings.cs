using Recommender.Ranking.Learning;

namespace Recommender.Ranking.Sequences;

/// <summary>The settings that val users choose from.</summary>
internal static class SequenceSettings
{
    /// <summary>Chosen on inner parts of train users.</summary>
    public static IReadOnlyList<RankerSettings> Candidates { get; } = [new RankerSettings()];
}
