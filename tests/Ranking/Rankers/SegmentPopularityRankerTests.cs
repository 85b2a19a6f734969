using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Rankers;

public class SegmentPopularityRankerTests
{
    private static readonly Dictionary<long, string> Names = new() { [9] = "produce", [4] = "dairy" };

    [Fact]
    public void The_score_is_the_users_share_times_the_products_share()
    {
        // Dairy (4): 10, 11. Produce (9): 20, 21.
        var histories = new Shop().Order(1, 1, 20, 10).Order(1, 2, 20, 21).Order(2, 1, 10, 11).Order(3, 1, 11).Build();
        var list = Ranker(histories).List(histories, 1, 10);

        Assert.Equal([20, 21, 10, 11], list.Select(item => histories.Products.Id(item.Item)));
        Assert.Equal(
            [3 / 4.0 * (2 / 3.0), 3 / 4.0 * (1 / 3.0), 1 / 4.0 * (2 / 4.0), 1 / 4.0 * (2 / 4.0)],
            list.Select(item => item.Score));
        Assert.Equal(ItemReason.PopularIn(1), list[0].Reason);
        Assert.Equal(ItemReason.PopularIn(0), list[3].Reason);
    }

    [Fact]
    public void A_user_without_purchases_in_any_department_gets_the_global_top()
    {
        var histories = new Shop().Order(1, 1, 30).Order(2, 1, 10, 11).Order(3, 1, 11).Build();
        var ranker = Ranker(histories);

        Assert.Equal([11, 10, 30], ranker.Products(histories, 1, 5));
        Assert.Equal([11, 10, 30], ranker.Products(histories, 99, 5));
        Assert.All(ranker.List(histories, 99, 5), item => Assert.Equal(ItemReason.Popular, item.Reason));
    }

    [Fact]
    public void A_product_in_two_departments_is_refused()
    {
        var products = Vocabulary.FromIds([1]);

        var error = Assert.Throws<ArgumentException>(() => ProductSegments.FromColumns(products, [1, 1], [4, 9], Names));

        Assert.Equal("Product 1 is in segments 4 and 9; it must be in one.", error.Message);
    }

    [Fact]
    public void Unknown_products_and_departments_are_left_out()
    {
        var segments = ProductSegments.FromColumns(Vocabulary.FromIds([1, 2, 3]), [1, 2, 77, 1], [9, 5, 4, 9], Names);

        Assert.Equal([1, ProductSegments.None, ProductSegments.None], Enumerable.Range(0, 3).Select(segments.Of));
        Assert.Equal(["dairy", "produce"], segments.Names);
    }

    [Fact]
    public void Columns_of_different_lengths_are_refused() =>
        Assert.Throws<ArgumentException>(() => ProductSegments.FromColumns(Vocabulary.FromIds([1]), [1], [], Names));

    private static SegmentPopularityRanker Ranker(UserHistories histories) => new(
        histories, ProductSegments.FromColumns(histories.Products, [10, 11, 20, 21], [4, 4, 9, 9], Names));
}
