using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Rankers;

public class FilledRankerTests
{
    private static readonly Shop Small = new Shop().Order(1, 1, 10, 20).Order(2, 1, 30, 20, 40).Order(3, 1, 30, 20);

    [Fact]
    public void History_comes_first_then_the_filler_without_repeats()
    {
        var histories = Small.Build();
        var filled = new FilledRanker(new PersonalTopRanker(histories), new GlobalTopRanker(histories));

        Assert.Equal([20, 10, 30, 40], filled.Products(histories, 1, 10));
        Assert.Equal([20, 10, 30], filled.Products(histories, 1, 3));
        Assert.Equal([20], filled.Products(histories, 1, 1));
        Assert.Equal("personal_top_filled_by_global_top", filled.Name);
    }

    [Fact]
    public void An_unknown_user_gets_the_filler()
    {
        var histories = Small.Build();
        var filled = new FilledRanker(new PersonalTopRanker(histories), new GlobalTopRanker(histories));

        Assert.Equal([20, 30, 10], filled.Products(histories, 99, 3));
        Assert.All(filled.List(histories, 99, 3), item => Assert.Equal(ReasonKind.Popular, item.Reason.Kind));
    }

    [Fact]
    public void Fillers_may_be_filled_themselves()
    {
        var histories = Small.Build();
        IRanker Fill(IRanker primary, IRanker filler) => new FilledRanker(primary, filler);
        var personal = new PersonalTopRanker(histories);
        var global = new GlobalTopRanker(histories);

        Assert.Equal([20, 10, 30, 40], Fill(personal, Fill(personal, global)).Products(histories, 1, 4));
        Assert.Equal([20, 10, 30, 40], Fill(Fill(personal, personal), Fill(personal, global)).Products(histories, 1, 4));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_shops_always_fill_up_to_the_catalogue(int seed)
    {
        var shop = Shop.Random(seed);
        var histories = shop.Build();
        var primary = new DecayedFrequencyRanker(histories, new DecaySettings());
        var filled = new FilledRanker(primary, new GlobalTopRanker(histories));
        foreach (var user in shop.Users().Append(-77))
        {
            foreach (var k in new[] { 1, 12, 25, 1000 })
            {
                var list = filled.Products(histories, user, k);

                Assert.Equal(Math.Min(k, histories.Products.Count), list.Length);
                Assert.Equal(list.Length, list.Distinct().Count());
                Assert.Equal(primary.Products(histories, user, k), list.Take(primary.Products(histories, user, k).Length));
            }
        }
    }
}
