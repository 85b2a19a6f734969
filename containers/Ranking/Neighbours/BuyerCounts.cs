using Recommender.Ranking.Statistics;

namespace Recommender.Ranking.Neighbours;

/// <summary>How many users of each fold bought each product.</summary>
/// <param name="products">Number of products.</param>
internal sealed class BuyerCounts(int products)
{
    private readonly int[] _users = new int[StatisticFolds.Count];
    private readonly int[] _buyers = new int[StatisticFolds.Count * products];

    /// <summary>Counts a user of a fold, with the distinct products the user bought.</summary>
    public void Add(int fold, ReadOnlySpan<int> items)
    {
        _users[fold]++;
        foreach (var item in items)
        {
            _buyers[(fold * products) + item]++;
        }
    }

    /// <summary>Per product, ln(1 + users / (1 + buyers))^power, of the users of the other folds.</summary>
    public float[] Rarity(int fold, double power)
    {
        var rarity = new float[products];
        for (var item = 0; item < products; item++)
        {
            var users = _users.Sum() - _users[fold];
            rarity[item] = (float)Math.Pow(Math.Log(1 + ((double)users / (1 + Buyers(item) - _buyers[(fold * products) + item]))), power);
        }

        return rarity;
    }

    /// <summary>Per product, how many bought those before it; and at the end, all.</summary>
    public int[] Starts()
    {
        var starts = new int[products + 1];
        for (var item = 0; item < products; item++)
        {
            starts[item + 1] = starts[item] + Buyers(item);
        }

        return starts;
    }

    private int Buyers(int item)
    {
        var buyers = 0;
        for (var fold = 0; fold < StatisticFolds.Count; fold++)
        {
            buyers += _buyers[(fold * products) + item];
        }

        return buyers;
    }
}
