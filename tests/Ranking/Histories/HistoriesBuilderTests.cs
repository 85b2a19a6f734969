using Recommender.Ranking.Histories;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Histories;

public class HistoriesBuilderTests
{
    [Fact]
    public void Baskets_come_in_time_order_and_items_in_cart_order()
    {
        var builder = new HistoriesBuilder();
        builder.AddLines([5, 5, 2], [30, 10, 20], [2, 1, 1], [1, 1, 1]);
        builder.AddLines([5, 5], [20, 40], [2, 2], [3, 2]);

        var histories = builder.Build(1);

        Assert.Equal([2, 5], histories.Users.Ids.ToArray());
        Assert.Equal([[20]], Baskets(histories, 2));
        Assert.Equal([[10], [30, 40, 20]], Baskets(histories, 5));
        Assert.Equal([1, 2, 1, 1], histories.Popularity.ToArray());
        Assert.Equal((3, 5, 2), (histories.BasketCount, histories.ItemCount, histories.MostBaskets));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_shops_agree_with_a_plain_grouping_whatever_the_row_order_blocks_and_threads(int seed)
    {
        var shop = Shop.Random(seed);
        foreach (var (shuffle, block, threads) in new[] { (seed, 1, 1), (seed + 9, 100, 2), (seed + 20, 10_000, 4) })
        {
            var histories = shop.Build(shuffle, block, threads);

            Assert.Equal(shop.Users(), histories.Users.Ids.ToArray());
            Assert.Equal(shop.Products(), histories.Products.Ids.ToArray());
            Assert.Equal(shop.Products().Select(shop.Popularity), histories.Popularity.ToArray());
            foreach (var user in shop.Users())
            {
                Assert.Equal(shop.Baskets(user), Baskets(histories, user));
            }
        }
    }

    [Fact]
    public void Users_beyond_one_band_are_kept_apart()
    {
        const int Users = (9 * UserBand.Users) + 5;
        var ids = Enumerable.Range(0, Users).Select(user => (long)user).ToArray();
        new Random(4).Shuffle(ids);
        var builder = new HistoriesBuilder();
        builder.AddLines(ids, [.. ids.Select(id => id % 97)], new int[Users], new int[Users]);
        builder.AddLines(ids, [.. ids.Select(id => id % 89)], [.. ids.Select(_ => -1)], new int[Users]);

        var histories = builder.Build(2);

        Assert.Equal(2 * Users, histories.BasketCount);
        foreach (var user in new long[] { 0, 1, 4095, 4096, 8191, 8192, Users - 1 })
        {
            Assert.Equal([[user % 89], [user % 97]], Baskets(histories, user));
        }
    }

    [Fact]
    public void A_user_with_more_lines_than_a_chunk_keeps_them_all()
    {
        var orders = Enumerable.Range(0, 50_000).ToArray();
        new Random(5).Shuffle(orders);
        var builder = new HistoriesBuilder();
        builder.AddLines(new long[orders.Length], [.. orders.Select(order => order % 1000L)], orders, new int[orders.Length]);

        var histories = builder.Build(1);

        Assert.Equal(50_000, histories.MostBaskets);
        Assert.Equal(Enumerable.Range(0, 50_000).Select(order => order % 1000), histories.Purchases(0).ToArray());
        Assert.Equal(49_999, histories.OrderNumber(49_999));
    }

    [Fact]
    public void A_product_repeated_in_an_order_counts_once_at_its_lowest_cart_position()
    {
        var builder = new HistoriesBuilder();
        builder.AddLines([1, 1, 1, 1], [8, 9, 8, 9], [1, 1, 1, 1], [4, 3, 2, 9]);

        Assert.Equal([[8, 9]], Baskets(builder.Build(1), 1));
    }

    [Fact]
    public void Order_numbers_may_have_gaps_and_be_negative()
    {
        var builder = new HistoriesBuilder();
        builder.AddLines([1, 1, 1], [3, 1, 2], [int.MaxValue, int.MinValue, -1], [0, 0, 0]);

        var histories = builder.Build(1);

        Assert.Equal([[1], [2], [3]], Baskets(histories, 1));
        Assert.Equal([int.MinValue, -1, int.MaxValue], Enumerable.Range(0, 3).Select(histories.OrderNumber));
    }

    [Fact]
    public void Users_and_products_may_be_added_without_lines()
    {
        var builder = new HistoriesBuilder();
        builder.AddUsers([3, 1]);
        builder.AddProducts([50, 40, 50]);
        builder.AddLines([2], [45], [1], [1]);

        var histories = builder.Build(1);

        Assert.Equal([1, 2, 3], histories.Users.Ids.ToArray());
        Assert.Equal([40, 45, 50], histories.Products.Ids.ToArray());
        Assert.Equal([0, 1, 0], histories.Popularity.ToArray());
        Assert.Empty(Baskets(histories, 1));
        Assert.Empty(Baskets(histories, 3));
    }

    [Fact]
    public void Nothing_added_gives_empty_histories()
    {
        var histories = new HistoriesBuilder().Build();

        Assert.Equal((0, 0, 0), (histories.Users.Count, histories.BasketCount, histories.ItemCount));
        Assert.True(histories.Purchases(UserHistories.UnknownUser).IsEmpty);
    }

    [Fact]
    public void Columns_of_different_lengths_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new HistoriesBuilder().AddLines([1, 2], [1, 2], [1], [1, 2]));

        Assert.Contains("2 (user), 2 (product), 1 (order number) and 2 (cart position)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(UserBand.MaxCartPosition + 1)]
    public void A_cart_position_out_of_range_is_refused_with_its_row_and_adds_nothing(int position)
    {
        var builder = new HistoriesBuilder();

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddLines([1, 1], [1, 2], [1, 1], [0, position]));

        Assert.Contains("Row 1", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, builder.Build(1).ItemCount);
    }

    [Fact]
    public void A_builder_builds_once()
    {
        var builder = new HistoriesBuilder();
        builder.AddLines([1], [1], [1], [1]);
        builder.Build(1);

        Assert.Throws<InvalidOperationException>(() => builder.Build(1));
        Assert.Throws<InvalidOperationException>(() => builder.AddLines([1], [1], [1], [1]));
        Assert.Throws<InvalidOperationException>(() => builder.AddUsers([1]));
        Assert.Throws<InvalidOperationException>(() => builder.AddProducts([1]));
    }

    [Fact]
    public void A_cancelled_build_stops()
    {
        var builder = new HistoriesBuilder();
        builder.AddLines([1], [1], [1], [1]);

        Assert.Throws<OperationCanceledException>(() => builder.Build(2, new CancellationToken(true)));
    }

    private static long[][] Baskets(UserHistories histories, long user)
    {
        var (first, end) = histories.Baskets(histories.Users.IndexOf(user));
        long[] Products(int basket) => [.. histories.Basket(basket).ToArray().Select(item => histories.Products.Id(item))];
        return [.. Enumerable.Range(first, end - first).Select(Products)];
    }
}
