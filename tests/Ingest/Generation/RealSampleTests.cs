using Recommender.Tests;

namespace Recommender.Ingest.Tests.Generation;

/// <summary>Generated against real, both measured by the same code. The real set has 600 users: a few percent of noise.</summary>
[Collection(GeneratedGroceriesSet.Name)]
public sealed class RealSampleTests(GeneratedGroceries generated)
{
    [Fact]
    [Trait("Category", "Long")]
    public void Generated_groceries_behave_like_the_real_sample()
    {
        var folder = SampleData.Instacart;
        if (folder is null)
        {
            Assert.Skip("no shared/data/instacart in any folder above the tests");
        }

        var real = new GroceryStatistics(new GroceryData(folder));
        var made = generated.Statistics;
        Near(real.MeanOrders, made.MeanOrders, 0.08);
        Near(real.MeanBasket, made.MeanBasket, 0.06);
        Near(real.ReorderShare, made.ReorderShare, 0.05);
        Near(real.MeanGap, made.MeanGap, 0.08);
        Near(real.FirstPositionReorders, made.FirstPositionReorders, 0.06);
        Near(real.TwentiethPositionReorders, made.TwentiethPositionReorders, 0.1);
        Near(real.Top100Share, made.Top100Share, 0.08);
        Near(real.PersonalRecall, made.PersonalRecall, 0.1);
        Near(real.DecayedRecall, made.DecayedRecall, 0.1);
        Near(real.GlobalRecall, made.GlobalRecall, 0.2);
        Assert.InRange(TotalVariation(real.GapShare, made.GapShare), 0, 0.06);
        Assert.InRange(TotalVariation(real.DayShare, made.DayShare), 0, 0.03);
        Assert.InRange(TotalVariation(real.HourShare, made.HourShare), 0, 0.04);
    }

    private static void Near(double real, double made, double tolerance) =>
        Assert.InRange(made, real * (1 - tolerance), real * (1 + tolerance));

    private static double TotalVariation(double[] real, double[] made) => real.Zip(made, (a, b) => Math.Abs(a - b)).Sum() / 2;
}
