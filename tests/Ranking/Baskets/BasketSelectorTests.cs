using Recommender.Ranking.Baskets;

namespace Recommender.Ranking.Tests.Baskets;

public class BasketSelectorTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_prediction_of_any_set_is_better(bool noneBesideProducts)
    {
        var random = new Random(5);
        var selector = new BasketSelector();
        for (var round = 0; round < 300; round++)
        {
            var probabilities = Probabilities(random, random.Next(1, 8), random.NextDouble() * 3);
            var choice = selector.Choose(probabilities, noneBesideProducts);

            Assert.Equal(BruteForceF1.Best(probabilities, noneBesideProducts), choice.ExpectedF1, 12);
            Assert.Equal(BruteForceF1.Expected(probabilities, (1 << choice.Products) - 1, choice.None), choice.ExpectedF1, 12);
            Assert.True(noneBesideProducts || choice.None == (choice.Products == 0));
        }
    }

    [Fact]
    public void Long_lists_agree_with_chances_drawn_at_random()
    {
        var random = new Random(6);
        var probabilities = Probabilities(random, 200, 8);
        var choice = new BasketSelector().Choose(probabilities, noneBesideProducts: false);
        var (sum, wider, narrower) = (0.0, 0.0, 0.0);
        const int Draws = 5_000;
        for (var draw = 0; draw < Draws; draw++)
        {
            var truth = probabilities.Select(p => random.NextDouble() < p).ToArray();
            sum += F1(truth, choice.Products);
            wider += F1(truth, choice.Products + 8);
            narrower += F1(truth, choice.Products / 2);
        }

        Assert.InRange(choice.Products, 4, 60);
        Assert.Equal(choice.ExpectedF1, sum / Draws, 0.01);
        Assert.True(sum > wider && sum > narrower);
    }

    [Fact]
    public void Nothing_likely_is_none_and_something_sure_is_taken()
    {
        var selector = new BasketSelector();
        Assert.Equal(0, selector.Select([], out var empty));
        Assert.Equal(1, empty);
        Assert.Equal(0, selector.Select([0.1, 0.05], out var none));
        Assert.Equal(0.9 * 0.95, none, 12);
        Assert.Equal(3, selector.Select([1, 1, 1, 0, 0], out var sure));
        Assert.Equal(1, sure, 12);
        Assert.Equal(0, selector.Select([0, 0], out var nothing));
        Assert.Equal(1, nothing);
    }

    [Fact]
    public void None_beside_a_product_hedges_a_toss_up()
    {
        var choice = new BasketSelector().Choose([0.5], noneBesideProducts: true);

        // Alone either is right half of the time; both together are worth 2/3 always.
        Assert.Equal(new BasketChoice(1, true, 2 / 3.0), choice);
        Assert.Equal(0, new BasketSelector().Select([0.5], out var alone));
        Assert.Equal(0.5, alone);
    }

    [Fact]
    public void A_selector_that_served_others_gives_the_same_to_the_last_bit()
    {
        var random = new Random(7);
        var used = new BasketSelector();
        for (var round = 0; round < 100; round++)
        {
            var probabilities = Probabilities(random, random.Next(0, 90), random.NextDouble() * 10);
            Assert.Equal(new BasketSelector().Choose(probabilities, true), used.Choose(probabilities, true));
        }
    }

    [Fact]
    public void Selecting_allocates_nothing_once_warm()
    {
        var probabilities = Probabilities(new Random(8), 150, 7);
        var selector = new BasketSelector();
        selector.Choose(probabilities, true);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 50; round++)
        {
            selector.Choose(probabilities, true);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(0.5, 0.6)]
    [InlineData(1.1, 0.6)]
    [InlineData(0.5, -0.1)]
    [InlineData(double.NaN, 0.1)]
    public void Bad_probabilities_are_refused(double first, double second) =>
        Assert.Throws<ArgumentException>(() => new BasketSelector().Select([first, second], out _));

    /// <summary>Descending, of about this sum.</summary>
    private static double[] Probabilities(Random random, int count, double sum)
    {
        var raw = Enumerable.Range(0, count).Select(_ => Math.Pow(random.NextDouble(), 3)).OrderDescending().ToArray();
        var scale = sum / Math.Max(raw.Sum(), 1e-9);
        return [.. raw.Select(value => Math.Min(value * scale, 1))];
    }

    private static double F1(bool[] truth, int taken)
    {
        var size = truth.Count(bought => bought);
        return taken == 0 ? (size == 0 ? 1 : 0) : 2.0 * truth.Take(taken).Count(bought => bought) / (taken + Math.Max(size, 1));
    }
}
