using Recommender.Ranking.Candidates;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Features;
using Recommender.Ranking.Learning;
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

    [Fact]
    public void Where_baskets_are_a_matter_of_chance_features_tell_nothing_of_the_target() =>
        Assert.InRange(HeldOutAuc(planted: false), 0.44, 0.56);

    [Fact]
    public void A_statistic_made_as_total_minus_own_is_caught() => Assert.True(HeldOutAuc(planted: true) > 0.65);

    /// <summary>All candidates and their features, the user's next basket (of chance, too) being learnt from by others.</summary>
    private static (int[] Items, float[] Rows) RowsOf(Shop shop, long id, int nextSeed)
    {
        var histories = shop.Build();
        var random = new Random(nextSeed);
        // The user's own next basket differs between the two shops, those of others do not.
        var next = TruthBaskets.FromLines([1, 4, id], [shop.Products()[0], shop.Products()[1], shop.Products()[random.Next(10)]]);
        var known = Knowledge.Of(histories, next, ChanceShop.Times(histories));
        var extractor = new FeatureExtractor(known, new CandidateSettings());
        extractor.Load(histories.Users.IndexOf(id), Known);
        var rows = new float[extractor.Candidates.Length * extractor.Width];
        extractor.Fill(extractor.Candidates, rows);
        return (extractor.Candidates.ToArray(), rows);
    }

    /// <summary>
    /// How well trees tell, of pairs of users whom they have not seen, what chance will do: the AUC over bought products, with the
    /// product's features and, where a leak is planted, one more.
    /// </summary>
    private static double HeldOutAuc(bool planted)
    {
        var shop = ChanceShop.Make(5, users: 500, products: 12);
        var histories = shop.Build();
        var known = Knowledge.Of(histories, TruthBaskets.FromLines([], []), ChanceShop.Times(histories));
        var extractor = new FeatureExtractor(known, new CandidateSettings { Similar = 0, Neighbours = 0, Department = 0, Popular = 0 });
        FeatureColumn[] columns = [.. FeatureCatalogue.All, new FeatureColumn("planted", "Purchases of the product less the user's own.")];
        var (train, test) = (new List<float[]>(), new List<float[]>());
        var (trainLabels, testLabels) = (new List<float>(), new List<bool>());
        for (var user = 0; user < histories.Users.Count; user++)
        {
            var (first, end) = histories.Baskets(user);
            extractor.Load(user, end - first - 1);
            foreach (var item in extractor.Candidates)
            {
                var row = new float[columns.Length];
                extractor.Fill([item], row.AsSpan(0, extractor.Width));
                row[^1] = planted ? histories.Popularity[item] - histories.Purchases(user).Count(item) : 0;
                var isBought = histories.Basket(end - 1).Contains(item);
                if (user % 3 == 0)
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

        var rows = new TreeRows(BinEdges.FromSample(columns, train.SelectMany(row => row).ToArray()), train.Count);
        rows.Set(0, train.SelectMany(row => row).ToArray());
        trainLabels.CopyTo(rows.Labels);
        var model = new GradientBoostedTrees().Train(
            rows, null, new TreeSettings { Rounds = 80, LearningRate = 0.15, MinRowsInLeaf = 8, Threads = 2 }, null, TestContext.Current.CancellationToken);
        var margins = new float[test.Count];
        model.Score(test.SelectMany(row => row).ToArray(), margins);
        return AreaUnderCurve.Of([.. margins.Select(margin => (double)margin)], [.. testLabels]);
    }
}
