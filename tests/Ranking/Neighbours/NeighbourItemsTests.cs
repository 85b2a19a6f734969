using Recommender.Ranking.Histories;
using Recommender.Ranking.Neighbours;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Neighbours;

public class NeighbourItemsTests
{
    [Theory]
    [InlineData(1, 5, 1.0, 0.5, 1.0)]
    [InlineData(2, 1, 1.0, 0.75, 0.5)]
    [InlineData(3, 12, 2.0, 0.25, 0.0)]
    [InlineData(4, 100, 0.0, 1.0, 2.0)]
    public void Scores_agree_with_comparing_every_pair_of_users(int seed, int k, double locality, double alpha, double rarity)
    {
        var settings = new NeighbourSettings { Neighbours = k, Locality = locality, Alpha = alpha, RarityPower = rarity, MinimumShare = 0.1 };
        var shop = Shop.Random(seed, products: 60);
        var histories = shop.Build();
        var neighbours = NeighbourItems.Build(histories, settings);
        var workspace = new NeighbourWorkspace(histories, neighbours);
        var reference = new NeighbourReference(shop, settings);
        var top = new NeighbourItem[20];
        for (var user = 0; user < histories.Users.Count; user++)
        {
            var (first, end) = histories.Baskets(user);
            var known = (end - first + 1) / 2;
            var count = neighbours.Find(user, known, top, workspace);
            var expected = reference.Scores(histories.Users.Id(user), known);
            Assert.Equal(Math.Min(20, expected.Count), count);
            int[] scored = [.. Enumerable.Range(0, histories.Products.Count).Where(item => workspace.Score(item) > 0)];
            Assert.Equal(expected.Count, scored.Length);
            Assert.Equal(scored.Select(workspace.Score).DefaultIfEmpty().Max(), workspace.BestScore);
            Assert.All(Enumerable.Range(0, histories.Products.Count), item =>
                Assert.Equal(expected.GetValueOrDefault(histories.Products.Id(item)), workspace.Score(item), 1e-5));
            Assert.All(Enumerable.Range(0, count), place => Assert.Equal(workspace.Score(top[place].Item), top[place].Score));
            Assert.All(Enumerable.Range(1, Math.Max(0, count - 1)), place => Assert.True(
                top[place - 1].Score > top[place].Score || (top[place - 1].Score == top[place].Score && top[place - 1].Item < top[place].Item)));
            Assert.All(scored.Except(top[..count].Select(item => item.Item)), item => Assert.True(workspace.Score(item) <= top[count - 1].Score));
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1000)]
    public void However_much_the_nearest_speak_for_scores_are_shares_and_products_are_scored_once(double locality)
    {
        var settings = new NeighbourSettings { Locality = locality, MinimumShare = 0, Alpha = 0.75 };
        var shop = Shop.Random(6, users: 120, products: 10);
        var histories = shop.Build();
        var neighbours = NeighbourItems.Build(histories, settings);
        var workspace = new NeighbourWorkspace(histories, neighbours);
        var reference = new NeighbourReference(shop, settings);
        var top = new NeighbourItem[histories.Products.Count];
        for (var user = 0; user < histories.Users.Count; user++)
        {
            var (first, end) = histories.Baskets(user);
            var count = neighbours.Find(user, end - first, top, workspace);
            var expected = reference.Scores(histories.Users.Id(user), end - first);
            Assert.NotEqual(0, count);
            Assert.Equal(count, top.Take(count).Select(item => item.Item).Distinct().Count());
            Assert.All(top.Take(count), item => Assert.InRange(item.Score, float.Epsilon, 1.0001f));
            Assert.All(Enumerable.Range(0, histories.Products.Count), item =>
                Assert.Equal(expected.GetValueOrDefault(histories.Products.Id(item)), workspace.Score(item), 1e-3));
        }
    }

    [Fact]
    public void Nothing_of_a_users_later_baskets_changes_what_is_found()
    {
        var shop = Shop.Random(5);
        var changed = new Shop();
        var user = shop.Users().First(id => shop.Baskets(id).Count() >= 4);
        var orders = shop.Lines.Where(line => line.User == user).Select(line => line.Order).Distinct().Order().ToArray();
        changed.Lines.AddRange(shop.Lines.Select(line => line.User == user && line.Order >= orders[^2] ? line with { Product = Shop.ProductId(line.Cart) } : line));
        Assert.NotEqual(shop.Lines, changed.Lines);

        Assert.Equal(Found(shop, user, orders.Length - 2), Found(changed, user, orders.Length - 2));
        Assert.NotEqual(Found(shop, user, orders.Length), Found(changed, user, orders.Length));
        var other = shop.Users().Last(id => id != user && shop.Baskets(id).Count() >= 2);
        Assert.NotEqual(Found(shop, other, 2), Found(changed, other, 2));
    }

    [Fact]
    public void A_users_own_next_basket_is_seen_by_others_only()
    {
        var histories = new Shop().Order(1, 1, 10, 20).Order(2, 1, 10, 20, 30).Order(3, 1, 40).Order(4, 1, 50).Build();
        var next = new Dictionary<int, int[]> { [0] = [histories.Products.IndexOf(50)] };
        var plain = NeighbourItems.Build(histories);
        var trending = NeighbourItems.Build(histories, next: next);

        Assert.Equal(Scores(plain, histories, 0, 1), Scores(trending, histories, 0, 1));
        Assert.Equal(0, Scores(plain, histories, 1, 1)[histories.Products.IndexOf(50)]);
        Assert.True(Scores(trending, histories, 1, 1)[histories.Products.IndexOf(50)] > 0);
    }

    [Fact]
    public void Users_without_history_have_no_neighbours()
    {
        var histories = new Shop().Order(1, 1, 10).Order(2, 1, 10).Build();
        var neighbours = NeighbourItems.Build(histories);
        var workspace = new NeighbourWorkspace(histories, neighbours);
        var top = new NeighbourItem[3];

        Assert.Equal(1, neighbours.Find(0, 1, top, workspace));
        Assert.Equal(0, neighbours.Find(0, 0, top, workspace));
        Assert.Equal(0, workspace.NeighbourCount);
        Assert.Equal(0, neighbours.Find(UserHistories.UnknownUser, 0, top, workspace));
        Assert.Equal(0, workspace.Score(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => neighbours.Find(0, 2, top, workspace));
    }

    [Fact]
    public void Products_bought_before_can_be_left_out_but_keep_their_scores()
    {
        var histories = new Shop().Order(1, 1, 10, 20).Order(2, 1, 10, 20, 30).Order(3, 1, 70).Order(4, 1, 80).Build();
        var neighbours = NeighbourItems.Build(histories);
        var workspace = new NeighbourWorkspace(histories, neighbours);
        var top = new NeighbourItem[5];

        Assert.Equal(3, neighbours.Find(0, 1, top, workspace));
        Assert.Equal(1, neighbours.Find(0, 1, top, workspace, boughtToo: false));
        Assert.Equal(histories.Products.IndexOf(30), top[0].Item);
        Assert.Equal(1, workspace.Score(histories.Products.IndexOf(10)), 5);
    }

    [Fact]
    public void A_large_shops_pool_is_a_sample_that_follows_from_the_seed()
    {
        var histories = Shop.Random(7, users: 300).Build();
        float[] Of(ulong seed) => Scores(NeighbourItems.Build(histories, new NeighbourSettings { PoolLimit = 50, Seed = seed }), histories, 3, 1);

        Assert.Equal(50, NeighbourItems.Build(histories, new NeighbourSettings { PoolLimit = 50 }).PoolSize);
        Assert.Equal(Of(1), Of(1));
        Assert.NotEqual(Of(1), Of(2));
    }

    [Fact]
    public void Finding_allocates_nothing_once_grown()
    {
        var histories = Shop.Random(9, users: 200).Build();
        var neighbours = NeighbourItems.Build(histories);
        var workspace = new NeighbourWorkspace(histories, neighbours);
        var top = new NeighbourItem[10];
        void All()
        {
            for (var user = 0; user < histories.Users.Count; user++)
            {
                neighbours.Find(user, 1, top, workspace);
            }
        }

        All();
        var before = GC.GetAllocatedBytesForCurrentThread();
        All();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void All_faults_of_the_settings_are_listed_together()
    {
        var settings = new NeighbourSettings
        {
            Neighbours = 0, ProfileDecay = 0, MatchDecay = 1.5, MinimumShare = -1, MatchPower = double.NaN, RarityPower = -1, Alpha = 2, Locality = -0.5, PoolLimit = 0,
        };
        var message = Assert.Throws<ArgumentException>(settings.Validate).Message;

        Assert.All(
            ["Neighbours is 0", "ProfileDecay is 0", "MatchDecay is 1.5", "MinimumShare is -1", "MatchPower is NaN", "RarityPower is -1", "Alpha is 2", "Locality is -0.5", "PoolLimit is 0"],
            fault => Assert.Contains(fault, message, StringComparison.Ordinal));
    }

    private static (int Item, float Score)[] Found(Shop shop, long user, int known)
    {
        var histories = shop.Build();
        var scores = Scores(NeighbourItems.Build(histories, new NeighbourSettings { Neighbours = 10 }), histories, histories.Users.IndexOf(user), known);
        return [.. scores.Select((score, item) => (item, score))];
    }

    private static float[] Scores(NeighbourItems neighbours, UserHistories histories, int user, int known)
    {
        var workspace = new NeighbourWorkspace(histories, neighbours);
        neighbours.Find(user, known, [], workspace);
        return [.. Enumerable.Range(0, histories.Products.Count).Select(workspace.Score)];
    }
}
