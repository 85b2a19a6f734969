using Recommender.Ranking.Features;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Features;

public class RebuyRatesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Rates_are_those_of_a_plain_count_over_users_of_other_folds(int seed)
    {
        var histories = Shop.Random(seed, users: 60, products: 8).Build();
        var rates = new RebuyRates(histories, null, 3, TestContext.Current.CancellationToken);
        for (var fold = 0; fold < StatisticFolds.Count; fold++)
        {
            var counted = Count(histories, fold);
            for (var cell = 0; cell < RebuyCell.Count; cell++)
            {
                var all = counted.Where(trial => trial.Cell == cell).ToList();
                Assert.Equal(all.Count == 0 ? double.NaN : all.Average(trial => trial.IsBought ? 1 : 0), rates.All(fold, cell), 1e-5);
                for (var item = 0; item < histories.Products.Count && all.Count > 0; item++)
                {
                    var own = all.Where(trial => trial.Item == item).ToList();
                    var expected = (own.Count(trial => trial.IsBought) + (20 * rates.All(fold, cell))) / (own.Count + 20.0);
                    Assert.Equal(expected, rates.Product(fold, item, cell), 1e-5);
                }
            }
        }
    }

    [Fact]
    public void Cells_are_told_by_span_and_purchases()
    {
        Assert.Equal(28, RebuyCell.Count);
        Assert.Equal(0, RebuyCell.Of(1, 1));
        Assert.Equal(1, RebuyCell.Of(1, 2));
        Assert.Equal(RebuyCell.Of(4, 3), RebuyCell.Of(5, 4));
        Assert.NotEqual(RebuyCell.Of(5, 4), RebuyCell.Of(6, 4));
        Assert.Equal(27, RebuyCell.Of(1000, 1000));
    }

    private static List<(int Item, int Cell, bool IsBought)> Count(Ranking.Histories.UserHistories histories, int fold)
    {
        List<(int, int, bool)> trials = [];
        for (var user = 0; user < histories.Users.Count; user++)
        {
            var (first, end) = histories.Baskets(user);
            for (var item = 0; item < histories.Products.Count && StatisticFolds.Of(histories.Users.Id(user)) != fold; item++)
            {
                var (last, bought) = (-1, 0);
                for (var basket = first; basket < end; basket++)
                {
                    var isBought = histories.Basket(basket).Contains(item);
                    if (bought > 0)
                    {
                        trials.Add((item, RebuyCell.Of(basket - last, bought), isBought));
                    }

                    (last, bought) = isBought ? (basket, bought + 1) : (last, bought);
                }
            }
        }

        return trials;
    }
}
