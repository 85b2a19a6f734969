namespace Recommender.Ranking.Rankers;

/// <summary>The data behind a recommendation, to be put into words by <see cref="Reasons.ReasonWriter"/>.</summary>
internal readonly record struct ItemReason
{
    /// <summary>How many of a user's newest orders count as recent: 10.</summary>
    public const int RecentOrders = 10;

    /// <summary>Where the recommendation comes from; the other values belong to one kind each and are else 0.</summary>
    public ReasonKind Kind { get; private init; }

    /// <summary>Index of the department, for <see cref="ReasonKind.PopularInSegment"/>.</summary>
    public int Segment { get; private init; }

    /// <summary>In how many of the user's orders the product is, for <see cref="ReasonKind.Bought"/>.</summary>
    public int Bought { get; private init; }

    /// <summary>
    /// In how many of the user's newest <see cref="RecentOrders"/> orders the product is, for <see cref="ReasonKind.Bought"/>.
    /// </summary>
    public int BoughtRecently { get; private init; }

    /// <summary>How many orders the user made, for <see cref="ReasonKind.Bought"/>.</summary>
    public int Orders { get; private init; }

    /// <summary>Mean number of orders from one purchase to the next, rounded, for <see cref="ReasonKind.Due"/>.</summary>
    public int Gap { get; private init; }

    /// <summary>Orders since the last purchase, that one included: 1 for one in the last order; for <see cref="ReasonKind.Due"/>.</summary>
    public int Since { get; private init; }

    /// <summary>Popular with all shoppers.</summary>
    public static ItemReason Popular => default;

    /// <summary>Popular in the department with this index.</summary>
    public static ItemReason PopularIn(int segment) => new() { Kind = ReasonKind.PopularInSegment, Segment = segment };

    /// <summary>Usually bought every so many orders, the last time so many orders ago.</summary>
    public static ItemReason DueAfter(int gap, int since) => new() { Kind = ReasonKind.Due, Gap = gap, Since = since };

    /// <summary>A reason of a kind that says nothing more: popular, similar, neighbours or trending.</summary>
    public static ItemReason Plain(ReasonKind kind) => new() { Kind = kind };

    /// <summary>Bought before, in so many of the user's orders, of which so many are recent.</summary>
    public static ItemReason BoughtIn(int bought, int boughtRecently, int orders) =>
        new() { Kind = ReasonKind.Bought, Bought = bought, BoughtRecently = boughtRecently, Orders = orders };
}
