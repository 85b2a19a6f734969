namespace Recommender.Ranking.Registry;

/// <summary>What a trained model is to the lists.</summary>
public enum ModelState
{
    /// <summary>Lists come from it. At most one is.</summary>
    Champion,

    /// <summary>The newest model that did not take the champion's place; kept for comparison, and what <c>train --promote</c> promotes. At most one is.</summary>
    Challenger,

    /// <summary>It was the champion once.</summary>
    Retired,

    /// <summary>It never was, and a newer one has come.</summary>
    Rejected,
}
