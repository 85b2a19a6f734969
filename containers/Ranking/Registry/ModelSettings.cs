using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Registry;

/// <summary>The settings that models are trained with.</summary>
public static class ModelSettings
{
    /// <summary>By name, what training takes where nothing was tuned.</summary>
    public static IReadOnlyDictionary<string, double> Defaults => RankerFactory.Learner.Space.Defaults;
}
