using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Tests.Support;

/// <summary>Hides each user's last known basket, to choose settings by it without a look at the real one to predict.</summary>
internal static class Truncation
{
    /// <summary>Histories of the same users and products without the last basket of each user with at least two, and these baskets.</summary>
    public static (UserHistories Histories, TruthBaskets Hidden) HideLast(UserHistories histories)
    {
        var builder = new HistoriesBuilder();
        builder.AddUsers(histories.Users.Ids);
        builder.AddProducts(histories.Products.Ids);
        List<long> users = [];
        List<long> products = [];
        for (var user = 0; user < histories.Users.Count; user++)
        {
            var (first, end) = histories.Baskets(user);
            var id = histories.Users.Id(user);
            for (var basket = first; basket < end; basket++)
            {
                var ids = histories.Basket(basket).ToArray().Select(histories.Products.Id).ToArray();
                if (basket == end - 1 && end - first > 1)
                {
                    users.AddRange(ids.Select(_ => id));
                    products.AddRange(ids);
                    continue;
                }

                builder.AddLines(
                    [.. ids.Select(_ => id)], ids, [.. ids.Select(_ => histories.OrderNumber(basket))], [.. Enumerable.Range(1, ids.Length)]);
            }
        }

        return (builder.Build(), TruthBaskets.FromLines([.. users], [.. products]));
    }
}
