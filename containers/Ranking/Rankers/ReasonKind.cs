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

    /// <summary>The user buys the product in a rhythm, by which it is due.</summary>
    Due,

    /// <summary>Other users buy the product together with what the user bought last.</summary>
    Similar,

    /// <summary>Users like this one buy the product.</summary>
    Neighbours,

    /// <summary>The product is in many of the latest baskets.</summary>
    Trending,
}
