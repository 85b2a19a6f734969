using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Learning;

public class TrainingTargetsTests
{
    private static readonly UserHistories Histories = new Shop()
        .Order(1, 1, 5).Order(1, 2, 5, 6).Order(1, 3, 6).Order(1, 4, 5)
        .Order(2, 1, 7)
        .Order(3, 1, 5).Order(3, 2, 6).Order(3, 3, 6)
        .Build();

    private static readonly TruthBaskets Next = TruthBaskets.FromLines([1, 1, 2, 3], [6, 99, 5, 5]);

    [Fact]
    public void Known_next_baskets_and_earlier_ones_are_targets()
    {
        Assert.Equal([(1, 2), (1, 3), (1, 4), (2, 1), (3, 2)], Of(new RankerSettings()));
        Assert.Equal([(1, 3), (1, 4), (2, 1), (3, 2)], Of(new RankerSettings { EarlierTargets = 1 }));
        Assert.Equal([(1, 4), (2, 1)], Of(new RankerSettings { EarlierTargets = 0 }));
        Assert.Equal([(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (3, 1), (3, 2)], Of(new RankerSettings { LeastKnown = 1 }));
    }

    [Fact]
    public void Baskets_are_those_that_come_after_what_is_known()
    {
        var fit = Fit();
        long[] Products(int user, int known) => [.. fit.Basket(new TrainingTarget(user, known, 1, false)).ToArray().Select(item => Histories.Products.Id(item)).Order()];
        Assert.Equal([5L, 6L], Products(0, 1));
        Assert.Equal([5L], Products(0, 3));
        Assert.Equal([6L], Products(0, 4));
    }

    [Fact]
    public void Older_targets_weigh_less_and_hide_their_time_where_that_of_the_next_order_is_unknown()
    {
        var times = new BasketTimes(Histories.BasketCount, Histories.Users.Count);
        bool IsEarlier(TrainingTarget target) => Histories.Baskets(target.User) is var (first, end) && target.Known < end - first;
        Assert.All(List(new RankerSettings(), times), target => Assert.Equal(IsEarlier(target), target.HidesTime));
        for (var user = 0; user < Histories.Users.Count; user++)
        {
            times.Next(user) = new OrderTime(3, 1, 1);
        }

        var targets = List(new RankerSettings { EarlierWeight = 0.5 }, times);
        Assert.All(targets, target => Assert.False(target.HidesTime));
        Assert.Equal([0.25f, 0.5f, 1f, 1f, 0.5f], targets.Select(target => target.Weight));
    }

    [Fact]
    public void Small_baskets_weigh_more_where_that_is_asked_for()
    {
        var targets = List(new RankerSettings { SmallBasketPower = 0.5, EarlierWeight = 1, LeastKnown = 1 }, null);
        Assert.Equal(targets.Select(target => (float)Math.Sqrt(10.0 / Fit().Basket(target).Length)), targets.Select(target => target.Weight));
        Assert.Equal(2, targets.Select(target => target.Weight).Distinct().Count());
    }

    private static FitBaskets Fit() => new(Histories, Next.Where(id => id != 3), _ => true);

    private static List<(long, int)> Of(RankerSettings settings) =>
        [.. List(settings, null).Select(target => (Histories.Users.Id(target.User), target.Known))];

    private static List<TrainingTarget> List(RankerSettings settings, BasketTimes? times)
    {
        var shop = new ShopHistory(Histories, ProductSegments.FromColumns(Histories.Products, [], [], new Dictionary<long, string>())) { Times = times };
        var fit = Fit();
        return TrainingTargets.List(shop, fit, fit.Users, settings);
    }
}
