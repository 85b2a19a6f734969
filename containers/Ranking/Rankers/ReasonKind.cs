namespace Recommender.Ranking.Rankers;

/// <summary>Where a recommendation comes from.</summary>
internal enum ReasonKind
{
    /// <summary>The product is popular with all shoppers.</summary>
    Popular,

    /// <summary>The product is popular in a department that the user shops in.</summary>
    PopularInSegment,

    /// <summary>The user bought the product before.</summary>
    Bought,
}
