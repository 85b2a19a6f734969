using System.Text.RegularExpressions;
using Recommender.Ranking.Candidates;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Features;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Features;

public class FeatureCatalogueTests
{
    [Fact]
    public void Each_feature_has_a_name_of_its_own_and_a_sentence()
    {
        Assert.Equal(FeatureCatalogue.All.Count, FeatureCatalogue.All.Select(feature => feature.Name).Distinct().Count());
        Assert.All(FeatureCatalogue.All, feature =>
        {
            Assert.Matches(new Regex("^[a-z]+(_[a-z0-9]+)+$|^streak$"), feature.Name);
            Assert.True(feature.Description.Length > 15, feature.Name);
        });
    }

    [Fact]
    public void Every_value_is_written_for_bought_and_new_products_and_for_unknown_users()
    {
        var histories = ChanceShop.Make(1).Build();
        var known = Knowledge.Of(histories, TruthBaskets.FromLines([1], [1]), ChanceShop.Times(histories));
        var extractor = new FeatureExtractor(known, new CandidateSettings());
        Assert.Equal(FeatureCatalogue.All.Count, extractor.Width);
        foreach (var (user, count) in new[] { (0, 0), (0, 1), (3, 2), (5, 6), (-1, 0) })
        {
            extractor.Load(user, count);
            var rows = new float[known.Items * extractor.Width];
            Array.Fill(rows, -12345);
            extractor.Fill([.. Enumerable.Range(0, known.Items)], rows);
            Assert.DoesNotContain(-12345, rows);
            Assert.DoesNotContain(rows, float.IsInfinity);
        }
    }

    [Fact]
    public void Values_are_as_described()
    {
        var shop = new Shop().Order(7, 1, 10, 11).Order(7, 2, 11).Order(7, 4, 10, 12, 11).Order(7, 5, 12).Order(8, 1, 10, 13).Order(8, 2, 10);
        var histories = shop.Build();
        var times = ChanceShop.Times(histories);
        var (first, end) = histories.Baskets(histories.Users.IndexOf(7));
        for (var basket = first; basket < end; basket++)
        {
            times.Basket(basket) = new(basket == first ? float.NaN : 5, 1, 8);
        }

        times.Next(histories.Users.IndexOf(7)) = new(7, 1, 23);
        var extractor = new FeatureExtractor(Knowledge.Of(histories, TruthBaskets.FromLines([], []), times), new CandidateSettings());
        extractor.Load(histories.Users.IndexOf(7), 4);
        var row = new float[extractor.Width];
        extractor.Fill([histories.Products.IndexOf(11)], row);
        float Value(string name) => row[FeatureCatalogue.All.Select((feature, index) => (feature.Name, index)).Single(feature => feature.Name == name).index];
        Assert.Equal(3, Value("bought_orders"));
        Assert.Equal(0.75f, Value("bought_share"));
        Assert.Equal(2f / 3, Value("bought_share_since_first"));
        Assert.Equal(3f / 7, Value("bought_share_of_lines"));
        Assert.Equal((0.8f + 0.64f + 0.512f) / (1 + 0.8f + 0.64f + 0.512f), Value("decayed_share_80"), 1e-5);
        Assert.Equal(2, Value("orders_since_last"));
        Assert.Equal(1, Value("gap_orders_mean"));
        Assert.Equal(2, Value("due_orders"));
        Assert.Equal(12, Value("days_since_last"));
        Assert.Equal(5, Value("gap_days_mean"));
        Assert.Equal(2.4f, Value("due_days"), 1e-5);
        Assert.Equal(0, Value("streak"));
        Assert.Equal(3, Value("streak_longest"));
        Assert.Equal(0b010000 + 0b001000 + 0b000100, Value("recent_pattern"));
        Assert.Equal(2f / 3, Value("again_after_bought"), 1e-5);
        Assert.Equal(1, Value("same_weekday_share"));
        Assert.Equal(9, Value("hour_distance"));
        Assert.Equal(4, Value("user_orders"));
        Assert.Equal(7, Value("target_days"));
        Assert.Equal(1.4f, Value("target_days_ratio"), 1e-5);
        Assert.Equal(1 - (3f / 7), Value("user_repeat_share"), 1e-5);
    }
}
