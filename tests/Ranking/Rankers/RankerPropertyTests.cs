using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Rankers;

/// <summary>Rankers over random shops agree with slow references computed from the order lines.</summary>
public class RankerPropertyTests
{
    public static TheoryData<int, int> SeedsAndLengths => new() { { 1, 1 }, { 2, 5 }, { 3, 10 }, { 4, 100 } };

    [Theory]
    [MemberData(nameof(SeedsAndLengths))]
    public void Personal_top(int seed, int k) => AgreesWith(seed, k, (shop, user) =>
    {
        var baskets = shop.Baskets(user).ToArray();
        return baskets.SelectMany(basket => basket).Distinct().Select(product => (
            product,
            baskets.Count(basket => basket.Contains(product))
            + ((Array.FindLastIndex(baskets, basket => basket.Contains(product)) + 1.0) / (baskets.Length + 1.0))));
    }, histories => new PersonalTopRanker(histories));

    [Theory]
    [MemberData(nameof(SeedsAndLengths))]
    public void Global_top(int seed, int k) => AgreesWith(
        seed, k, (shop, _) => shop.Products().Select(product => (product, (double)shop.Popularity(product))),
        histories => new GlobalTopRanker(histories));

    [Theory]
    [MemberData(nameof(SeedsAndLengths))]
    public void Segment_popularity(int seed, int k)
    {
        static int? Department(long product) => product % 7 == 0 ? null : (int)(Math.Abs(product) % 4);

        AgreesWith(
            seed, k,
            (shop, user) =>
            {
                var bought = shop.Baskets(user).SelectMany(basket => basket).Where(product => Department(product) is not null).ToArray();
                if (bought.Length == 0)
                {
                    return shop.Products().Select(product => (product, (double)shop.Popularity(product)));
                }

                return shop.Products().Where(product => Department(product) is not null)
                    .Select(product => (
                        product,
                        (double)bought.Count(other => Department(other) == Department(product)) / bought.Length
                        * ((double)shop.Popularity(product)
                            / shop.Products().Where(other => Department(other) == Department(product)).Sum(shop.Popularity))))
                    .Where(item => item.Item2 > 0);
            },
            histories =>
            {
                var products = histories.Products.Ids.ToArray();
                return new SegmentPopularityRanker(histories, ProductSegments.FromColumns(
                    histories.Products, products, [.. products.Select(product => (long)(Department(product) ?? 99))],
                    Enumerable.Range(0, 4).ToDictionary(id => (long)id, id => $"department {id}")));
            });
    }

    [Theory]
    [MemberData(nameof(SeedsAndLengths))]
    public void Decayed_frequency(int seed, int k) => AgreesWith(
        seed, k,
        (shop, user) => TifuReference.Scores(shop.Baskets(user).ToArray(), new DecaySettings { Groups = 2 + seed }),
        histories => new DecayedFrequencyRanker(histories, new DecaySettings { Groups = 2 + seed }));

    private static void AgreesWith(
        int seed, int k, Func<Shop, long, IEnumerable<(long, double)>> reference, Func<UserHistories, IRanker> create)
    {
        var shop = Shop.Random(seed);
        var histories = shop.Build(seed);
        var ranker = create(histories);
        var workspace = new RankingWorkspace(histories); // one for all users: nothing may be left over
        foreach (var user in shop.Users())
        {
            var scores = reference(shop, user).ToDictionary(item => item.Item1, item => item.Item2);
            var expected = scores.Values.OrderDescending().Take(k).ToArray();
            var actual = ranker.List(histories, user, k, workspace);

            Assert.Equal(expected.Length, actual.Length);
            for (var place = 0; place < expected.Length; place++)
            {
                Assert.Equal(expected[place], actual[place].Score, 1e-9);
                Assert.Equal(scores[histories.Products.Id(actual[place].Item)], actual[place].Score, 1e-9);
            }

            Assert.Equal(actual.Length, actual.Select(item => item.Item).Distinct().Count());
            Assert.Equal(shop.Order(actual.Select(item => (histories.Products.Id(item.Item), item.Score)), k)
                .Select(item => item.Product), actual.Select(item => histories.Products.Id(item.Item)));
        }
    }
}
