namespace Recommender.Ranking.Trees;

/// <summary>How a feature's values are to be read.</summary>
internal enum FeatureKind
{
    /// <summary>Ordered: splits ask "at most this value?".</summary>
    Numeric,

    /// <summary>Names written as numbers, without order: splits ask "one of these values?".</summary>
    Categorical,
}
