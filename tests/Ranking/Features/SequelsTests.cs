using Recommender.Ranking.Features;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Features;

public class SequelsTests
{
    private static readonly KnowledgeSettings Settings = new() { SequelsPerItem = 6, SimilarSupport = 2, SimilarShrinkage = 3 };

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public void Shares_are_those_of_a_plain_count_over_users_of_other_folds(int seed, bool nextOnly)
    {
        var histories = Shop.Random(seed, users: 80, products: 12).Build();
        var next = NextBaskets(histories, seed);
        var sequels = new Sequels(histories, next, nextOnly, Settings, threads: 2).FindAll(TestContext.Current.CancellationToken);
        for (var fold = 0; fold < StatisticFolds.Count; fold++)
        {
            for (var item = 0; item < histories.Products.Count; item++)
            {
                var followers = Followers(histories, next, nextOnly, item, user => StatisticFolds.Of(histories.Users.Id(user)) != fold);
                var expected = followers.SelectMany(basket => basket).GroupBy(other => other).Where(same => same.Count() >= Settings.SimilarSupport)
                    .OrderByDescending(same => same.Count()).ThenBy(same => same.Key).Take(Settings.SequelsPerItem)
                    .Select(same => new FoldPairs.Pair(same.Key, (float)(same.Count() / (followers.Count + Settings.SimilarShrinkage))));
                Assert.Equal(expected, sequels[item][fold]);
            }
        }
    }

    [Fact]
    public void What_a_user_buys_changes_nothing_that_his_fold_sees()
    {
        var shop = Shop.Random(3, users: 60, products: 6);
        var histories = shop.Build();
        var user = histories.Users.Id(7);
        var other = new Shop();
        other.Lines.AddRange(shop.Lines.Select(line => line.User == user ? line with { Product = shop.Products()[0] } : line));
        var (before, after) = (Find(histories), Find(other.Build()));
        var seen = Enumerable.Range(0, StatisticFolds.Count).Where(fold => !before.Zip(after).All(item => item.First[fold].SequenceEqual(item.Second[fold]))).ToList();
        Assert.DoesNotContain(StatisticFolds.Of(user), seen);
        Assert.NotEmpty(seen);
    }

    private static FoldPairs.Pair[][][] Find(UserHistories histories) =>
        new Sequels(histories, null, nextOnly: false, Settings, threads: 1).FindAll(TestContext.Current.CancellationToken);

    private static Dictionary<int, int[]> NextBaskets(UserHistories histories, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, histories.Users.Count).Where(_ => random.Next(3) > 0)
            .ToDictionary(user => user, _ => Enumerable.Range(0, histories.Products.Count).Where(_ => random.Next(4) == 0).ToArray());
    }

    /// <summary>The baskets that follow those with a product.</summary>
    private static List<int[]> Followers(UserHistories histories, Dictionary<int, int[]> next, bool nextOnly, int item, Func<int, bool> counts)
    {
        List<int[]> followers = [];
        foreach (var user in Enumerable.Range(0, histories.Users.Count).Where(counts))
        {
            var (first, end) = histories.Baskets(user);
            var baskets = Enumerable.Range(first, end - first).Select(basket => histories.Basket(basket).ToArray()).ToList();
            var known = next.GetValueOrDefault(user);
            if (nextOnly)
            {
                followers.AddRange(baskets.TakeLast(5).Any(basket => basket.Contains(item)) && known is { Length: > 0 } ? [known] : []);
                continue;
            }

            baskets.AddRange(known is null ? [] : [known]);
            followers.AddRange(baskets.SkipLast(1).Zip(baskets.Skip(1)).Where(pair => pair.First.Contains(item) && pair.Second.Length > 0).Select(pair => pair.Second));
        }

        return followers;
    }
}
