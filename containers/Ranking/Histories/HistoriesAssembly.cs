namespace Recommender.Ranking.Histories;

/// <summary>Joins sorted bands (users in order of first appearance) into one set of arrays (users by id).</summary>
internal static class HistoriesAssembly
{
    public static UserHistories Assemble(Vocabulary users, int[] finalUser, Vocabulary products, SortedBand[] bands)
    {
        var userStarts = new int[users.Count + 1];
        var itemStarts = new int[users.Count + 1];
        for (var user = 0; user < finalUser.Length; user++)
        {
            var band = user >> UserBand.UserBits;
            if (band < bands.Length)
            {
                userStarts[finalUser[user] + 1] = bands[band].BasketsOfUser[user & (UserBand.Users - 1)];
                itemStarts[finalUser[user] + 1] = bands[band].ItemsOfUser[user & (UserBand.Users - 1)];
            }
        }

        for (var user = 0; user < users.Count; user++)
        {
            userStarts[user + 1] += userStarts[user];
            itemStarts[user + 1] += itemStarts[user];
        }

        var basketStarts = new int[userStarts[^1] + 1];
        var orderNumbers = new int[userStarts[^1]];
        var items = GC.AllocateUninitializedArray<int>(itemStarts[^1]);
        for (var band = 0; band < bands.Length; band++)
        {
            Copy(bands[band], band << UserBand.UserBits, finalUser, userStarts, itemStarts, basketStarts, orderNumbers, items);
            bands[band] = null!; // lets the band be collected while the rest is copied
        }

        return new UserHistories(users, products, userStarts, basketStarts, orderNumbers, items);
    }

    private static void Copy(
        SortedBand band, int firstUser, int[] finalUser, int[] userStarts, int[] itemStarts,
        int[] basketStarts, int[] orderNumbers, int[] items)
    {
        var (basket, item) = (0, 0);
        for (var i = 0; i < UserBand.Users && firstUser + i < finalUser.Length; i++)
        {
            var user = finalUser[firstUser + i];
            band.Items.AsSpan(item, band.ItemsOfUser[i]).CopyTo(items.AsSpan(itemStarts[user]));
            item += band.ItemsOfUser[i];
            var end = itemStarts[user];
            for (var target = userStarts[user]; target < userStarts[user + 1]; target++, basket++)
            {
                end += band.BasketLengths[basket];
                basketStarts[target + 1] = end;
                orderNumbers[target] = band.OrderNumbers[basket];
            }
        }
    }
}
