using Recommender.Lake.DuckDb;
using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Steps;

/// <summary>Reads from <c>clean.orders</c> when the baskets of histories were bought, and when the order to predict is placed.</summary>
internal static class BasketTimesReader
{
    /// <summary>The times of all baskets; orders without a basket in the histories, as those without lines, are left out.</summary>
    public static BasketTimes Read(UserHistories histories, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        var times = new BasketTimes(histories.BasketCount, histories.Users.Count);
        using var result = connection.Query(
            "select user_id, order_number, eval_set = 'prior', cast(coalesce(days_since_prior_order, 'nan') as float), order_dow, order_hour_of_day from clean.orders", cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                var user = histories.Users.IndexOf(chunk.Column<long>(0)[row]);
                if (user == UserHistories.UnknownUser)
                {
                    continue;
                }

                var time = new OrderTime(chunk.Column<float>(3)[row], (sbyte)chunk.Column<int>(4)[row], (sbyte)chunk.Column<int>(5)[row]);
                if (!chunk.Column<bool>(2)[row])
                {
                    times.Next(user) = time;
                }
                else if (histories.FindBasket(user, chunk.Column<int>(1)[row]) is >= 0 and var basket)
                {
                    times.Basket(basket) = time;
                }
            }
        }

        return times;
    }
}
