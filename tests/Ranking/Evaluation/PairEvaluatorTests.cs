using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Evaluation;

public class PairEvaluatorTests
{
    [Fact]
    public void A_small_case_by_hand()
    {
        // User 1 bought 10, 20; user 2 bought 30; user 3 has no history. Product 40 is a candidate that nobody bought before.
        var histories = new Shop().Order(1, 1, 10, 20).Order(2, 1, 30).Order(4, 1, 40).Build();
        var truth = TruthBaskets.FromLines([1, 1, 2, 3], [10, 40, 50, 10]);
        var scorer = new FixedScorer(histories, (user, product) => product == 10 ? 0.9 : product == 20 ? 0.5 : 0.2, candidate: 40);

        var report = new PairEvaluator(histories, truth, threads: 1).Evaluate(scorer);

        Assert.Equal([0.9, 0.5, 0.2], report.Scores);
        Assert.Equal([true, false, false], report.Outcomes);
        Assert.Equal([0, 0, 1], report.Users);
        Assert.Equal(1, report.Auc);
        Assert.Equal(-(Math.Log(0.9) + Math.Log(0.5) + Math.Log(0.8)) / 3, report.LogLoss, 12);
        // User 1: 10 alone is worth .45 × 1 + .45 × 2/3 = .75, with 20 .45 × 1 + .5 × 2/3 = .783 and so taken: one of two is right.
        // User 2: nothing is bought again, and None, at .8, is all that is said.
        Assert.Equal([2 / 3.0, 1, double.NaN], report.F1);
        Assert.Equal(5 / 6.0, report.MeanF1, 12);
        // 10 and the candidate 40 of user 1, none of the unknown 50, and no candidate for user 3.
        Assert.Equal([1, 0, 0], report.CandidateRecall);
    }

    [Fact]
    public void Scores_that_are_no_probabilities_have_an_area_only()
    {
        var histories = new Shop().Order(1, 1, 10, 20).Build();
        var report = new PairEvaluator(histories, TruthBaskets.FromLines([1], [20]), 1).Evaluate(new FixedScorer(histories, (_, product) => -product, isProbability: false));

        Assert.Equal((0, double.NaN, double.NaN), (report.Auc, report.LogLoss, report.MeanF1));
    }

    [Theory]
    [InlineData(double.NaN, false)]
    [InlineData(1.5, true)]
    [InlineData(-0.5, true)]
    public void A_score_out_of_range_is_refused(double score, bool isProbability)
    {
        var histories = new Shop().Order(7, 1, 10).Build();
        var error = Assert.Throws<InvalidOperationException>(
            () => new PairEvaluator(histories, TruthBaskets.FromLines([7], [10]), 1).Evaluate(new FixedScorer(histories, (_, _) => score, isProbability)));

        Assert.Contains("user 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_are_the_same_for_any_number_of_threads()
    {
        var shop = Shop.Random(4, users: 700);
        var histories = shop.Build();
        var random = new Random(5);
        var products = shop.Products();
        var truth = TruthBaskets.FromLines(shop.Users(), [.. shop.Users().Select(_ => products[random.Next(5)])]);
        var scorer = new FixedScorer(histories, (user, product) => (user * 31 + product * 17) % 101 / 100.0 is >= 0 and var share ? share : 0.3);
        string Report(int threads) => ExactJson.Of(new PairEvaluator(histories, truth, threads).Evaluate(scorer));

        Assert.Equal(Report(1), Report(3));
    }
}
