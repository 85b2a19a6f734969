using Recommender.Ranking.Candidates;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Features;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Tests.Support;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Features;

/// <summary>Nothing of a basket to predict, and nothing after it, may be in what is known of a pair.</summary>
public class LeakageTests
{
    private const int Known = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Changing_the_target_and_all_after_it_changes_no_feature_and_no_candidate(int seed)
    {
        var shop = ChanceShop.Make(seed);
        var id = shop.Users()[seed];
        var changed = new Shop();
        changed.Lines.AddRange(shop.Lines.Where(line => line.User != id || line.Order < Known));
        var random = new Random(seed);
        for (var order = Known; order < ChanceShop.Orders; order++)
        {
            changed.Order(id, order, [.. shop.Products().Where(_ => random.NextDouble() < 0.3)]);
        }

        var (before, after) = (RowsOf(shop, id, seed), RowsOf(changed, id, seed + 100));
        Assert.NotEmpty(before.Items);
        Assert.Equal(before.Items, after.Items);
        Assert.Equal(before.Rows, after.Rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Changing_a_users_known_next_basket_changes_no_feature_and_no_candidate_of_his(int seed)
    {
        var shop = ChanceShop.Make(seed);
        var histories = shop.Build();
        long[] fit = [.. shop.Users().Where(user => !UserSplit.IsTest(user))];
        var (id, products) = (fit[seed], shop.Products());
        (int[] Items, float[] Rows, bool[] Trends) RowsAfter(long[] own, long user)
        {
            var random = new Random(seed);
            var lines = fit.SelectMany(other => other == id ? own : products.Where(_ => random.NextDouble() < 0.2), (other, product) => (User: other, Product: product)).ToList();
            var known = KnowingNext(histories, TruthBaskets.FromLines([.. lines.Select(line => line.User)], [.. lines.Select(line => line.Product)]));
            var (items, rows) = RowsOf(new FeatureExtractor(known, new CandidateSettings()), histories.Users.IndexOf(user), ChanceShop.Orders);
            var lift = FeatureCatalogue.All.Select(column => column.Name).ToList().IndexOf("item_next_lift");
            return (items, rows, [.. items.Select((_, row) => rows[(row * FeatureCatalogue.All.Count) + lift] > 0)]);
        }

        var (one, other) = (products[..6], products[6..16]);
        var (before, after) = (RowsAfter(one, id), RowsAfter(other, id));
        Assert.NotEmpty(before.Items);
        Assert.All(before.Trends, Assert.True);
        Assert.Equal(before.Items, after.Items);
        Assert.Equal(before.Rows, after.Rows);

        // To users of other folds the basket is known.
        var stranger = fit.First(user => StatisticFolds.Of(user) != StatisticFolds.Of(id));
        Assert.NotEqual(RowsAfter(one, stranger).Rows, RowsAfter(other, stranger).Rows);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_baskets_are_a_matter_of_chance_features_tell_nothing_of_the_target(bool isNext)
    {
        var (bought, never) = HeldOutAuc(2_000, planted: false, isNext);
        Assert.InRange(bought, 0.47, 0.53);
        Assert.InRange(never, 0.47, 0.53);
    }

    [Fact]
    public void A_statistic_made_as_total_minus_own_is_caught()
    {
        var (bought, never) = HeldOutAuc(1_200, planted: true, isNext: false);
        Assert.True(bought > 0.65, $"AUC {bought}");
        Assert.True(never > 0.65, $"AUC {never}");
    }

    /// <summary>All candidates and their features, the user's next basket (of chance, too) being learnt from by others.</summary>
    private static (int[] Items, float[] Rows) RowsOf(Shop shop, long id, int nextSeed)
    {
        var histories = shop.Build();
        var random = new Random(nextSeed);
        // The user's own next basket differs between the two shops, those of others do not.
        var next = TruthBaskets.FromLines([1, 4, id], [shop.Products()[0], shop.Products()[1], shop.Products()[random.Next(10)]]);
        var known = Knowledge.Of(histories, next, ChanceShop.Times(histories));
        return RowsOf(new FeatureExtractor(known, new CandidateSettings()), histories.Users.IndexOf(id), Known);
    }

    private static (int[] Items, float[] Rows) RowsOf(FeatureExtractor extractor, int user, int baskets)
    {
        extractor.Load(user, baskets);
        var rows = new float[extractor.Candidates.Length * extractor.Width];
        extractor.Fill(extractor.Candidates, rows);
        return (extractor.Candidates.ToArray(), rows);
    }

    /// <summary>What is known of a shop whose statistics and neighbours know next baskets.</summary>
    private static ShopKnowledge KnowingNext(UserHistories histories, TruthBaskets next) => ShopKnowledge.Gather(
        Knowledge.Shop(histories, next, ChanceShop.Times(histories)) with { NextBaskets = new FitBaskets(histories, next, _ => true).Next },
        new KnowledgeSettings(), 2, TestContext.Current.CancellationToken);

    /// <summary>
    /// How well trees tell, of pairs of users whom they have not seen, what chance will do: the AUC over bought products and over
    /// products never bought, with all features and, where a leak is planted, one more. The target is each user's next basket,
    /// known of the users that trees are grown on, or his last one.
    /// </summary>
    private static (double Bought, double Never) HeldOutAuc(int users, bool planted, bool isNext)
    {
        var shop = ChanceShop.Make(5, users: users, products: 12);
        var targets = Targets(shop);
        if (!isNext)
        {
            foreach (var (user, basket) in targets)
            {
                shop.Order(user, ChanceShop.Orders, basket);
            }
        }

        var histories = shop.Build();
        var next = targets.Where(target => isNext && !IsHeldOut(target.User)).SelectMany(target => target.Basket, (target, product) => (target.User, Product: product)).ToList();
        var known = KnowingNext(histories, TruthBaskets.FromLines([.. next.Select(line => line.User)], [.. next.Select(line => line.Product)]));
        var extractor = new FeatureExtractor(known, new CandidateSettings());
        FeatureColumn[] columns = [.. FeatureCatalogue.All, new FeatureColumn("planted", "Purchases of the product less the user's own.")];
        var (train, test) = (new List<float[]>(), new List<float[]>());
        var (trainLabels, testLabels) = (new List<float>(), new List<bool>());
        foreach (var (id, basket) in targets)
        {
            var user = histories.Users.IndexOf(id);
            var (first, end) = histories.Baskets(user);
            var before = Enumerable.Range(first, end - first).Count(order => histories.OrderNumber(order) < ChanceShop.Orders);
            var (items, values) = RowsOf(extractor, user, before);
            for (var i = 0; i < items.Length; i++)
            {
                float leak = planted ? histories.Popularity[items[i]] - histories.Purchases(user).Count(items[i]) : 0;
                float[] row = [.. values.AsSpan(i * FeatureCatalogue.All.Count, FeatureCatalogue.All.Count), leak];
                var isBought = basket.Contains(histories.Products.Id(items[i]));
                if (IsHeldOut(id))
                {
                    test.Add(row);
                    testLabels.Add(isBought);
                }
                else
                {
                    train.Add(row);
                    trainLabels.Add(isBought ? 1 : 0);
                }
            }
        }

        var all = train.SelectMany(row => row).ToArray();
        var rows = new TreeRows(BinEdges.FromSample(columns, all), train.Count);
        rows.Set(0, all);
        trainLabels.CopyTo(rows.Labels);
        var model = new GradientBoostedTrees().Train(
            rows, null, new TreeSettings { Rounds = 40, LearningRate = 0.2, MinRowsInLeaf = 8, Threads = 2 }, null, TestContext.Current.CancellationToken);
        var margins = new float[test.Count];
        model.Score(test.SelectMany(row => row).ToArray(), margins);
        var orders = FeatureCatalogue.All.Select(column => column.Name).ToList().IndexOf("bought_orders");
        double Auc(bool bought)
        {
            var among = Enumerable.Range(0, test.Count).Where(row => test[row][orders] > 0 == bought).ToList();
            return AreaUnderCurve.Of([.. among.Select(row => (double)margins[row])], [.. among.Select(row => testLabels[row])]);
        }

        return (Auc(true), Auc(false));
    }

    private static bool IsHeldOut(long user) => user % 3 == 0;

    /// <summary>A basket per user: of the products he has, and of the others, each as a coin falls.</summary>
    private static List<(long User, long[] Basket)> Targets(Shop shop)
    {
        var (random, products) = (new Random(6), shop.Products());
        return [.. shop.Users().Select(user =>
        {
            var owned = shop.Baskets(user).First();
            return (user, products.Where(product => random.NextDouble() < (owned.Contains(product) ? 0.35 : 0.25)).ToArray());
        })];
    }
}
