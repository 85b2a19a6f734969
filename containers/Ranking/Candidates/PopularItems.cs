using Recommender.Ranking.Features;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Statistics;

namespace Recommender.Ranking.Candidates;

/// <summary>
/// Per fold, what users of the other folds bought most of late: of all products, of what they are known to have bought next,
/// and in each department. Immutable.
/// </summary>
internal sealed class PopularItems
{
    /// <summary>How long the lists are: a user may have bought many of them already.</summary>
    public const int Length = 60;

    private readonly int[][] _all;
    private readonly int[][] _next;
    private readonly int[][][] _departments;

    /// <summary>Lists from a shop's statistics.</summary>
    public PopularItems(ItemRates rates, ProductSegments departments, int items)
    {
        int[][] PerFold(ItemStatistic statistic) =>
            [.. Enumerable.Range(0, StatisticFolds.Count).Select(fold => Top(Enumerable.Range(0, items), item => rates.Row(fold, item)[(int)statistic]))];
        _all = PerFold(ItemStatistic.RecentOrders);
        _next = PerFold(ItemStatistic.NextOrders);
        var members = Enumerable.Range(0, items).ToLookup(departments.Of);
        _departments = [.. Enumerable.Range(0, StatisticFolds.Count).Select(fold => Enumerable.Range(0, departments.Count)
            .Select(department => Top(members[department], item => rates.Row(fold, item)[(int)ItemStatistic.RecentOrders])).ToArray())];
    }

    /// <summary>What is in most of users' last five orders, best first.</summary>
    public ReadOnlySpan<int> All(int fold) => _all[fold];

    /// <summary>What is in most of users' known next baskets, best first.</summary>
    public ReadOnlySpan<int> Next(int fold) => _next[fold];

    /// <summary>The department's products that are in most of users' last five orders, best first.</summary>
    public ReadOnlySpan<int> Department(int fold, int department) => _departments[fold][department];

    private static int[] Top(IEnumerable<int> items, Func<int, float> count)
    {
        var best = new BestItems(Length);
        foreach (var item in items)
        {
            if (count(item) > 0)
            {
                best.Offer(item, count(item));
            }
        }

        return best.Items.ToArray();
    }
}
