using Recommender.Ranking.Similarity;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Similarity;

public class CoPurchaseTests
{
    [Fact]
    public void The_score_is_the_cosine_shrunk_by_support()
    {
        // c_10 = 3, c_20 = 2, c_30 = 2; together: 10 and 20 twice, 10 and 30 once, 20 and 30 once.
        var histories = new Shop().Order(1, 1, 10, 20).Order(1, 2, 10, 20, 30).Order(2, 1, 10).Order(3, 1, 30).Build();
        var similar = CoPurchase.Compute(histories, new CoPurchaseOptions { MinimumSupport = 1, Shrinkage = 2 });

        var of10 = similar.Of(0).ToArray();
        Assert.Equal([1, 2], of10.Select(item => item.Item));
        Assert.Equal([2, 1], of10.Select(item => item.Baskets));
        Assert.Equal(2 / Math.Sqrt(6) * (2 / 4.0), of10[0].Score, 12);
        Assert.Equal(1 / Math.Sqrt(6) * (1 / 3.0), of10[1].Score, 12);
    }

    [Fact]
    public void Pairs_below_the_minimum_support_are_left_out()
    {
        var histories = new Shop().Order(1, 1, 10, 20).Order(1, 2, 10, 20, 30).Build();
        var similar = CoPurchase.Compute(histories, new CoPurchaseOptions { MinimumSupport = 2 });

        Assert.Equal([1], similar.Of(0).ToArray().Select(item => item.Item));
        Assert.True(similar.Of(2).IsEmpty);
    }

    [Theory]
    [InlineData(1, 1, 0.0, 3)]
    [InlineData(2, 2, 10.0, 20)]
    [InlineData(3, 1, 2.5, 1)]
    public void Random_shops_agree_with_counting_every_pair(int seed, int support, double shrinkage, int top)
    {
        var shop = Shop.Random(seed);
        var histories = shop.Build();
        var baskets = shop.Users().SelectMany(shop.Baskets).ToArray();
        foreach (var threads in new[] { 1, 3 })
        {
            var similar = CoPurchase.Compute(histories, new CoPurchaseOptions
            {
                Top = top, MinimumSupport = support, Shrinkage = shrinkage, Threads = threads,
            });
            Assert.Equal(shop.Products().Length, similar.ProductCount);
            foreach (var product in shop.Products())
            {
                int Together(long other) => baskets.Count(basket => basket.Contains(product) && basket.Contains(other));
                double Score(long other) => Together(other)
                    / Math.Sqrt((double)shop.Popularity(product) * shop.Popularity(other))
                    * (Together(other) / (Together(other) + shrinkage));
                var others = shop.Products().Where(other => other != product && Together(other) >= support);

                Assert.Equal(
                    shop.Order(others.Select(other => (other, Score(other))), top),
                    similar.Of(histories.Products.IndexOf(product)).ToArray()
                        .Select(item => (histories.Products.Id(item.Item), item.Score)));
            }
        }
    }

    [Fact]
    public void All_faults_of_the_options_are_listed_together()
    {
        var options = new CoPurchaseOptions { Top = 0, MinimumSupport = 0, Shrinkage = -1, Threads = 0 };

        var error = Assert.Throws<ArgumentException>(() => CoPurchase.Compute(new Shop().Build(), options));

        Assert.Equal(
            "Co-purchase options: Top is 0; it must be at least 1. MinimumSupport is 0; it must be at least 1. "
            + "Shrinkage is -1; it must be a number from 0. Threads is 0; it must be at least 1.",
            error.Message);
    }

    [Fact]
    public void A_cancelled_computation_stops() => Assert.Throws<OperationCanceledException>(
        () => CoPurchase.Compute(Shop.Random(1).Build(), cancellation: new CancellationToken(true)));
}
