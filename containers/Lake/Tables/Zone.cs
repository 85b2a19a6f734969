namespace Recommender.Lake.Tables;

/// <summary>A zone of the lake: how far its tables are from what arrived.</summary>
public enum Zone
{
    /// <summary>What arrived, typed, with where it came from.</summary>
    Raw,

    /// <summary>Validated, de-duplicated, standardised.</summary>
    Clean,

    /// <summary>What the business asks for: features and marts.</summary>
    Curated,

    /// <summary>Training sets, models, evaluations.</summary>
    Ml,

    /// <summary>What Serving loads and analysts query.</summary>
    Published,
}
