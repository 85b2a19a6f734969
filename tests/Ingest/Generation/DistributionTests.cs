namespace Recommender.Ingest.Tests.Generation;

/// <summary>Bands around the values of the real sample, wide enough for 3,000 users.</summary>
[Collection(GeneratedGroceriesSet.Name)]
public sealed class DistributionTests(GeneratedGroceries generated)
{
    private readonly GroceryStatistics _found = generated.Statistics;

    [Fact]
    public void Users_orders_and_baskets_have_the_original_sizes()
    {
        Assert.InRange(_found.MeanOrders, 15.6, 17.6);
        Assert.InRange(_found.MeanBasket, 9.4, 10.6);
        Assert.InRange(_found.SingletonBaskets, 0.045, 0.07);
        Assert.InRange(generated.Data.Orders.Max(order => order.Lines.Count), 45, 120);
        Assert.InRange(generated.Summary.TrainUsers / 3_000.0, 0.61, 0.665);
        Assert.Contains(generated.Data.Users, user => user.Count() == 100);
    }

    [Fact]
    public void Habits_repeat_as_in_the_original_and_come_first_in_the_cart()
    {
        Assert.InRange(_found.ReorderShare, 0.56, 0.62);
        Assert.InRange(_found.FirstPositionReorders, 0.64, 0.72);
        Assert.InRange(_found.TwentiethPositionReorders, 0.44, 0.54);
    }

    [Fact]
    public void Gaps_peak_at_weeks_and_at_the_30_day_cap()
    {
        Assert.InRange(_found.MeanGap, 10.3, 11.7);
        Assert.InRange(_found.GapShare[7], 0.09, 0.12);
        Assert.True(_found.GapShare[7] > _found.GapShare[6] && _found.GapShare[7] > _found.GapShare[8]);
        Assert.True(_found.GapShare[14] > _found.GapShare[13] && _found.GapShare[14] > _found.GapShare[15]);
        Assert.InRange(_found.GapShare[30], 0.09, 0.13);
    }

    [Fact]
    public void Orders_come_by_day_and_by_the_hour_as_in_the_original()
    {
        Assert.InRange(_found.DayShare[0], 0.16, 0.19);
        Assert.InRange(_found.DayShare[4], 0.11, 0.135);
        Assert.InRange(_found.HourShare[3], 0, 0.004);
        Assert.InRange(_found.HourShare[10..17].Sum(), 0.53, 0.64);
    }

    [Fact]
    public void Simple_predictors_find_as_much_as_in_the_original()
    {
        Assert.InRange(_found.PersonalRecall, 0.31, 0.38);
        Assert.InRange(_found.GlobalRecall, 0.055, 0.085);
        Assert.True(_found.DecayedRecall > _found.PersonalRecall);
        Assert.InRange(_found.DecayedRecall - _found.PersonalRecall, 0, 0.04);
        Assert.InRange(_found.Top100Share, 0.2, 0.26);
    }
}
