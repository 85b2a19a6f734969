using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Rankers;

public class DecayedFrequencyRankerTests
{
    [Fact]
    public void Five_baskets_in_three_groups_are_cut_one_two_two()
    {
        var shop = new Shop().Order(1, 1, 10).Order(1, 2, 20).Order(1, 3, 30).Order(1, 4, 40).Order(1, 5, 50);

        var scores = Scores(shop, new DecaySettings { Groups = 3, BasketDecay = 0.5, GroupDecay = 0.1 });

        // Basket decay 1/16 … 1, group decay 0.01, 0.1, 1, group size 1, 2, 2, three groups.
        Assert.Equal(0.0625 * 0.01 / 1 / 3, scores[10], 12);
        Assert.Equal(0.125 * 0.1 / 2 / 3, scores[20], 12);
        Assert.Equal(0.25 * 0.1 / 2 / 3, scores[30], 12);
        Assert.Equal(0.5 * 1 / 2 / 3, scores[40], 12);
        Assert.Equal(1 * 1.0 / 2 / 3, scores[50], 12);
    }

    [Fact]
    public void Fewer_baskets_than_groups_are_a_group_each()
    {
        var scores = Scores(
            new Shop().Order(1, 1, 10).Order(1, 2, 10, 20), new DecaySettings { Groups = 3, BasketDecay = 0.5, GroupDecay = 0.1 });

        Assert.Equal(((0.5 * 0.01) + 0.1) / 2, scores[10], 12);
        Assert.Equal(0.1 / 2, scores[20], 12);
    }

    [Fact]
    public void Recent_purchases_go_before_frequent_old_ones()
    {
        var shop = new Shop().Order(1, 1, 10).Order(1, 2, 10).Order(1, 3, 30).Order(1, 4, 30).Order(1, 5, 20).Order(1, 6, 20);

        Assert.Equal([20, 30, 10], new DecayedFrequencyRanker(shop.Build(), new DecaySettings()).Products(shop.Build(), 1, 5));
    }

    [Fact]
    public void The_reason_counts_all_and_recent_orders()
    {
        var shop = new Shop();
        for (var order = 1; order <= 12; order++)
        {
            shop.Order(1, order, order % 2 == 0 ? 10 : 20);
        }

        var histories = shop.Build();
        var item = new DecayedFrequencyRanker(histories, new DecaySettings()).List(histories, 1, 1)[0];

        Assert.Equal(ItemReason.BoughtIn(bought: 6, boughtRecently: 5, orders: 12), item.Reason);
    }

    [Fact]
    public void A_user_without_history_gets_nothing()
    {
        var histories = new Shop().Order(1, 1, 10).Build();

        Assert.Empty(new DecayedFrequencyRanker(histories, new DecaySettings()).List(histories, 99, 5));
        Assert.Empty(new PersonalTopRanker(histories).List(histories, 99, 5));
    }

    [Fact]
    public void All_faults_of_the_settings_are_listed_together()
    {
        var settings = new DecaySettings { Groups = 0, BasketDecay = double.NaN, GroupDecay = 1.5 };

        var error = Assert.Throws<ArgumentException>(() => new DecayedFrequencyRanker(new Shop().Build(), settings));

        Assert.Equal(
            "Decay settings: Groups is 0; it must be at least 1. BasketDecay is NaN; it must be above 0 and at most 1. "
            + "GroupDecay is 1.5; it must be above 0 and at most 1.",
            error.Message);
    }

    private static Dictionary<long, double> Scores(Shop shop, DecaySettings settings)
    {
        var histories = shop.Build();
        return new DecayedFrequencyRanker(histories, settings).List(histories, 1, 100)
            .ToDictionary(item => histories.Products.Id(item.Item), item => item.Score);
    }
}
