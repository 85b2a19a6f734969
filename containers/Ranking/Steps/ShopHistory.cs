using Recommender.Lake.Building;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Statistics;

namespace Recommender.Ranking.Steps;

/// <summary>What rankers know of a shop: its users' prior orders, its catalogue and its departments.</summary>
/// <param name="Histories">The prior orders of every user; users and products without any are there too.</param>
/// <param name="Departments">The department of each product.</param>
internal sealed record ShopHistory(UserHistories Histories, ProductSegments Departments)
{
    /// <summary>The aisle of each product; null where the shop has none.</summary>
    public ProductSegments? Aisles { get; init; }

    /// <summary>When the orders were placed; null where only their order is known.</summary>
    public BasketTimes? Times { get; init; }

    /// <summary>
    /// Known next baskets of users to fit on (products by index, by user index), from which trends are seen by users other than
    /// their own; null where they are not to be used. Never those of test users.
    /// </summary>
    public IReadOnlyDictionary<int, int[]>? NextBaskets { get; init; }

    /// <summary>The model that lists come from; null where there is none, or it was not asked for.</summary>
    public Champion? Champion { get; init; }

    /// <summary>What is known of each item over the users of other folds; null where it was not asked for.</summary>
    public ItemStatistics? Statistics { get; init; }

    /// <summary>The users of a shard, or all of them, by index.</summary>
    public List<int> Users(Shard? shard)
    {
        var all = Enumerable.Range(0, Histories.Users.Count);
        return shard is null ? [.. all] : [.. all.Where(user => shard.Contains(Histories.Users.Id(user)))];
    }
}
