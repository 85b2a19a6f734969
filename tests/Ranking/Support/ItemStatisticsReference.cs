using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Statistics;

namespace Recommender.Ranking.Tests.Support;

/// <summary>What <c>ml.product_statistics</c> holds, counted plainly: an oracle for the SQL, and statistics for tests without a lake.</summary>
internal static class ItemStatisticsReference
{
    /// <summary>Counts over histories, and over the next baskets of the users to fit on.</summary>
    public static ItemStatistics Count(UserHistories histories, TruthBaskets next)
    {
        var statistics = new ItemStatistics(histories.Products.Count);
        for (var user = 0; user < histories.Users.Count; user++)
        {
            var own = CountUser(histories, user);
            AddToOtherFolds(statistics, histories.Users.Id(user), own);
        }

        for (var position = 0; position < next.Count; position++)
        {
            var items = next.Basket(position).ToArray().Select(histories.Products.IndexOf).Where(item => item >= 0);
            AddToOtherFolds(statistics, next.UserId(position), items.ToDictionary(item => item, _ => Only(ItemStatistic.NextOrders)));
        }

        return statistics;
    }

    private static float[] Only(ItemStatistic statistic)
    {
        var row = new float[ItemStatistics.Columns];
        row[(int)statistic] = 1;
        return row;
    }

    private static void AddToOtherFolds(ItemStatistics statistics, long userId, Dictionary<int, float[]> own)
    {
        for (var fold = 0; fold < StatisticFolds.Count; fold++)
        {
            foreach (var (item, row) in fold == StatisticFolds.Of(userId) ? [] : own)
            {
                var room = statistics.Room(fold, item);
                for (var i = 0; i < row.Length; i++)
                {
                    room[i] += row[i];
                }
            }
        }
    }

    private static Dictionary<int, float[]> CountUser(UserHistories histories, int user)
    {
        var rows = new Dictionary<int, float[]>();
        var lastOrder = new Dictionary<int, int>();
        var (first, end) = histories.Baskets(user);
        for (var basket = first; basket < end; basket++)
        {
            var items = histories.Basket(basket);
            var order = histories.OrderNumber(basket);
            for (var cart = 0; cart < items.Length; cart++)
            {
                var isNew = !rows.TryGetValue(items[cart], out var row);
                row ??= rows[items[cart]] = new float[ItemStatistics.Columns];
                void Add(ItemStatistic statistic, float value) => row[(int)statistic] += value;
                var (isReorder, wasLast) = (!isNew, lastOrder.GetValueOrDefault(items[cart], int.MinValue));
                Add(ItemStatistic.Orders, 1);
                Add(ItemStatistic.Reorders, isReorder ? 1 : 0);
                Add(ItemStatistic.Users, isNew ? 1 : 0);
                Add(ItemStatistic.SecondUsers, isReorder && row[(int)ItemStatistic.Orders] == 2 ? 1 : 0);
                Add(ItemStatistic.Followed, basket < end - 1 ? 1 : 0);
                Add(ItemStatistic.FollowedAgain, isReorder && wasLast == order - 1 ? 1 : 0);
                Add(ItemStatistic.CartPositions, cart + 1);
                Add(ItemStatistic.GapOrders, isReorder ? order - wasLast : 0);
                Add(ItemStatistic.LastOrders, basket == end - 1 ? 1 : 0);
                Add(ItemStatistic.RecentOrders, order > histories.OrderNumber(end - 1) - 5 ? 1 : 0);
                lastOrder[items[cart]] = order;
            }
        }

        return rows;
    }
}
