using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Evaluation;

public class ListQualitiesTests
{
    private static readonly UserHistories Histories = new Shop().Order(1, 1, 10, 20).Order(1, 2, 10, 30).Order(2, 1, 10, 40).Build();

    private static readonly ListQualities Qualities = new(
        Histories, ProductSegments.FromColumns(Histories.Products, [10, 20, 30], [1, 1, 2], new Dictionary<long, string> { [1] = "dairy", [2] = "bread" }));

    [Fact]
    public void Novelty_is_the_mean_surprise()
    {
        // 6 purchases and 4 products: (3 + 1)/10 and (1 + 1)/10.
        Assert.Equal(-(Math.Log2(0.4) + Math.Log2(0.2)) / 2, Qualities.Novelty([0, 3]), 12);
        Assert.Equal(double.NaN, Qualities.Novelty([]));
    }

    [Fact]
    public void Diversity_is_the_share_of_unlike_pairs()
    {
        Assert.Equal(0, Qualities.Diversity([0, 1]));
        Assert.Equal(2 / 3.0, Qualities.Diversity([0, 1, 2]), 12);
        Assert.Equal(1, Qualities.Diversity([0, 3])); // product 40 has no aisle
        Assert.Equal(double.NaN, Qualities.Diversity([0]));
        Assert.Equal(double.NaN, Qualities.Diversity([]));
    }

    [Fact]
    public void Popularity_is_the_mean_number_of_baskets()
    {
        Assert.Equal(2, Qualities.Popularity([0, 1]));
        Assert.Equal(double.NaN, Qualities.Popularity([]));
    }
}
