namespace Recommender.Ranking.Statistics;

/// <summary>What is counted of an item: the columns of <c>ml.product_statistics</c>, in their order.</summary>
internal enum ItemStatistic
{
    /// <summary>Prior orders that have the product.</summary>
    Orders,

    /// <summary>Those in which the user had bought it before.</summary>
    Reorders,

    /// <summary>Users who bought it.</summary>
    Users,

    /// <summary>Users who bought it in at least two orders.</summary>
    SecondUsers,

    /// <summary>Prior orders that have it, each user's last one left out: those that another known order follows.</summary>
    Followed,

    /// <summary>Those of them whose very next order has it again.</summary>
    FollowedAgain,

    /// <summary>Sum of its places in the cart, from 1.</summary>
    CartPositions,

    /// <summary>Orders from one purchase of it to the user's next one, summed over all such pairs.</summary>
    GapOrders,

    /// <summary>Users whose last prior order has it.</summary>
    LastOrders,

    /// <summary>Of each user's last five prior orders, those that have it.</summary>
    RecentOrders,

    /// <summary>Known next baskets (train orders) of fit users that have it: what is trending. Never those of test users.</summary>
    NextOrders,
}
