using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Tests.Support;

/// <summary>
/// A shop in which each user has a few products, some of which have many users and some few, and buys each of them in each order
/// or not as a coin falls: nothing that is known tells anything of the next basket.
/// </summary>
internal static class ChanceShop
{
    public const int Orders = 6;

    public static Shop Make(int seed, int users = 60, int products = 40)
    {
        var random = new Random(seed);
        var shop = new Shop();
        for (var user = 1; user <= users; user++)
        {
            // Product p is had by a share of users that grows with p. All are bought once at first, so that all are known.
            var owned = Enumerable.Range(1, products).Where(product => random.NextDouble() < 0.05 + (0.5 * product / products)).Select(product => (long)product).ToArray();
            shop.Order(user, 0, [.. owned]);
            for (var order = 1; order < Orders; order++)
            {
                shop.Order(user, order, [.. owned.Where(_ => random.NextDouble() < 0.35)]);
            }
        }

        return shop;
    }

    /// <summary>Times of orders, of chance too; those of the next one by user.</summary>
    public static BasketTimes Times(UserHistories histories)
    {
        var times = new BasketTimes(histories.BasketCount, histories.Users.Count);
        for (var user = 0; user < histories.Users.Count; user++)
        {
            var random = new Random((int)histories.Users.Id(user));
            OrderTime Draw(bool isFirst) => new(isFirst ? float.NaN : random.Next(1, 30), (sbyte)random.Next(7), (sbyte)random.Next(24));
            var (first, end) = histories.Baskets(user);
            for (var basket = first; basket < end; basket++)
            {
                times.Basket(basket) = Draw(basket == first);
            }

            times.Next(user) = Draw(false);
        }

        return times;
    }
}
