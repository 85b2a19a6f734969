using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Tests.Support;

/// <summary>
/// Histories without each user's last basket, and those baskets as truth: what settings are chosen on, so that the baskets that
/// are to be predicted stay unseen.
/// </summary>
internal static class Truncation
{
    /// <summary>Hides the last basket of every user who has so many at least, from 2; the others stay in the histories only.</summary>
    public static (UserHistories Histories, TruthBaskets Truth) WithoutLastBaskets(UserHistories histories, int least = 2)
    {
        var builder = new HistoriesBuilder();
        builder.AddProducts(histories.Products.Ids);
        builder.AddUsers(histories.Users.Ids);
        List<(long User, long Product)> truth = [];
        for (var user = 0; user < histories.Users.Count; user++)
        {
            var id = histories.Users.Id(user);
            var (first, end) = histories.Baskets(user);
            var known = end - first >= least ? end - 1 : end;
            for (var basket = first; basket < end; basket++)
            {
                long[] products = [.. histories.Basket(basket).ToArray().Select(item => histories.Products.Id(item))];
                if (basket < known)
                {
                    builder.AddLines(
                        [.. products.Select(_ => id)], products, [.. products.Select(_ => histories.OrderNumber(basket))], [.. products.Select((_, cart) => cart + 1)]);
                }
                else
                {
                    truth.AddRange(products.Select(product => (id, product)));
                }
            }
        }

        return (builder.Build(), TruthBaskets.FromLines([.. truth.Select(line => line.User)], [.. truth.Select(line => line.Product)]));
    }
}
