using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Evaluation;

public class EvaluatorTests
{
    private static readonly double Gain2 = 1 / Math.Log2(3);

    [Fact]
    public void A_small_case_by_hand()
    {
        // Products 10 … 50. User 1 bought 10, 20; user 2 bought 30; user 3 has no history.
        var histories = new Shop().Order(1, 1, 10, 20).Order(2, 1, 30).Order(4, 1, 40, 50).Build();
        var truth = TruthBaskets.FromLines(
            [1, 1, 1, 2, 2, 3, 1],
            [10, 40, 999, 30, 30, 50, 10]); // 999 is new to the shop; repeated lines count once
        var ranker = new FixedRanker(histories, new() { [1] = [10, 20, 40], [2] = [40], [-1] = [10, 50] });

        var report = new Evaluator(histories, truth, new EvaluationOptions { Cutoffs = [1, 3] }).Evaluate([ranker]);

        Assert.Equal((3, 5), (report.Users, report.CatalogueSize));
        var at1 = report.Of("fixed").At(1);
        Assert.Equal(1 / 3.0 / 3, at1.Recall, 12);
        Assert.Equal(1 / (1 + Gain2 + 0.5) / 3, at1.Ndcg, 12);
        Assert.Equal(1 / 3.0, at1.NdcgCapped, 12);
        Assert.Equal(1 / 3.0, at1.HitRate, 12);
        Assert.Equal((1 / 2.0, 2), (at1.RepeatRecall, at1.RepeatUsers)); // users 1 (10 of {10}) and 2 (none of {30})
        Assert.Equal((0, 2), (at1.ExploreRecall, at1.ExploreUsers)); // users 1 ({40, 999}) and 3 ({50})
        Assert.Equal((2, 2 / 5.0), (at1.DistinctItems, at1.Coverage));
        var at3 = report.Of("fixed").At(3);
        Assert.Equal(((2 / 3.0) + 0 + 1) / 3, at3.Recall, 12);
        Assert.Equal(((1.5 / (1 + Gain2 + 0.5)) + 0 + Gain2) / 3, at3.Ndcg, 12);
        Assert.Equal(2 / 3.0, at3.HitRate, 12);
        Assert.Equal(1 / 2.0, at3.RepeatRecall, 12);
        Assert.Equal((0.5 + 1) / 2, at3.ExploreRecall, 12);
        Assert.Equal((4, 4 / 5.0), (at3.DistinctItems, at3.Coverage));
    }

    [Fact]
    public void No_repeat_user_gives_zero_over_zero_users()
    {
        var histories = new Shop().Order(1, 1, 10).Order(2, 1, 20).Build();
        var metrics = new Evaluator(histories, TruthBaskets.FromLines([1], [20]))
            .Evaluate([new GlobalTopRanker(histories)]).Rankers[0].At(20);

        Assert.Equal((0, 0), (metrics.RepeatRecall, metrics.RepeatUsers));
        Assert.Equal((1, 1), (metrics.ExploreRecall, metrics.ExploreUsers));
    }

    [Fact]
    public void Reports_are_the_same_to_the_last_bit_for_any_number_of_threads()
    {
        var shop = Shop.Random(8, users: 700);
        var histories = shop.Build();
        var truth = TruthFor(shop, 9);
        IRanker[] rankers = [new PersonalTopRanker(histories), new DecayedFrequencyRanker(histories, new DecaySettings())];
        string Report(int threads) => ExactJson.Of(
            new Evaluator(histories, truth, new EvaluationOptions { Cutoffs = [1, 5, 10], Threads = threads }).Evaluate(rankers));

        Assert.Equal(Report(1), Report(2));
        Assert.Equal(Report(1), Report(7));
    }

    [Fact]
    public void The_truth_never_changes_a_ranking()
    {
        var shop = Shop.Random(8);
        var histories = shop.Build();
        var first = new RecordingRanker(new DecayedFrequencyRanker(histories, new DecaySettings()));
        var second = new RecordingRanker(new DecayedFrequencyRanker(histories, new DecaySettings()));
        var options = new EvaluationOptions { Threads = 1 };

        var one = new Evaluator(histories, TruthFor(shop, 1), options).Evaluate([first]);
        var other = new Evaluator(histories, TruthFor(shop, 2), options).Evaluate([second]);

        Assert.NotEqual(ExactJson.Of(one), ExactJson.Of(other));
        Assert.NotEmpty(first.Lists);
        Assert.Equal(first.Lists, second.Lists);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var histories = new Shop().Order(1, 1, 10).Build();
        var truth = TruthBaskets.FromLines([1], [10]);
        var global = new GlobalTopRanker(histories);

        Assert.Throws<ArgumentException>(() => new Evaluator(histories, truth.Where(_ => false)));
        Assert.Throws<ArgumentException>(() => TruthBaskets.FromLines([1, 2], [10]));
        var report = new Evaluator(histories, truth).Evaluate([global]);
        Assert.Contains("global_top", Assert.Throws<ArgumentException>(() => report.Of("none")).Message, StringComparison.Ordinal);
        Assert.Contains("10, 20", Assert.Throws<ArgumentException>(() => report.Of("global_top").At(5)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "2 rankers are named 'global_top'",
            Assert.Throws<ArgumentException>(() => new Evaluator(histories, truth).Evaluate([global, global])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { 0, 5 })]
    [InlineData(new[] { 5, 5 })]
    public void All_faults_of_the_options_are_listed_together(int[] cutoffs)
    {
        var error = Assert.Throws<ArgumentException>(() => new EvaluationOptions { Cutoffs = cutoffs, Threads = 0 }.Validate());

        Assert.Contains("Cutoffs is [", error.Message, StringComparison.Ordinal);
        Assert.Contains("Threads is 0", error.Message, StringComparison.Ordinal);
    }

    private static TruthBaskets TruthFor(Shop shop, int seed)
    {
        var random = new Random(seed);
        var products = shop.Products();
        var users = shop.Users().SelectMany(user => Enumerable.Repeat(user, random.Next(1, 8))).ToArray();
        return TruthBaskets.FromLines(users, [.. users.Select(_ => products[random.Next(products.Length)])]);
    }
}
