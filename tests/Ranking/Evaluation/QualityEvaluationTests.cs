using Recommender.Ranking.Baskets;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Evaluation;

public class QualityEvaluationTests
{
    [Fact]
    public void Every_figure_is_that_of_its_own_users()
    {
        var (histories, truth, kinds) = Random(200);
        IRanker[] rankers = [new DecayedFrequencyRanker(histories, new DecaySettings()), new GlobalTopRanker(histories)];
        var report = new QualityEvaluation(histories, truth, kinds).Run(rankers, [Rates(histories)]);

        Assert.Equal(truth.Count, report.Users);
        foreach (var segment in UserSegment.Segments)
        {
            var members = segment.Members(histories, truth).Select(truth.UserId).ToHashSet();
            Assert.InRange(members.Count, 20, truth.Count);
            var own = truth.Where(members.Contains);
            var plain = new Evaluator(histories, own).Evaluate(rankers);
            foreach (var ranker in rankers)
            {
                var (metrics, bias) = (plain.Of(ranker.Name).At(10), report.Find(ranker.Name, EvaluationMetrics.PopularityBias, 10, segment.Name)!);
                double Value(string metric) => report.Find(ranker.Name, metric, 10, segment.Name)!.Value;
                Assert.Equal(metrics.Recall, Value(EvaluationMetrics.Recall), 9);
                Assert.Equal(metrics.Ndcg, Value(EvaluationMetrics.Ndcg), 9);
                Assert.Equal(metrics.NdcgCapped, Value(EvaluationMetrics.NdcgCapped), 9);
                Assert.Equal(metrics.HitRate, Value(EvaluationMetrics.HitRate), 9);
                Assert.Equal(metrics.RepeatRecall, Value(EvaluationMetrics.RepeatRecall), 9);
                Assert.Equal(metrics.RepeatUsers, report.Find(ranker.Name, EvaluationMetrics.RepeatRecall, 10, segment.Name)!.Users);
                Assert.Equal(metrics.ExploreRecall, Value(EvaluationMetrics.ExploreRecall), 9);
                Assert.Equal(metrics.Coverage, Value(EvaluationMetrics.Coverage), 9);
                Assert.Equal(metrics.DistinctItems, Value(EvaluationMetrics.DistinctProducts), 6);
                Assert.True(bias.Value > 0 && bias.Range!.Value.Low <= bias.Value && bias.Value <= bias.Range.Value.High);
            }

            var pairs = new PairEvaluator(histories, own, 1).Evaluate(Rates(histories));
            Assert.Equal(pairs.Auc, report.Find("rates", EvaluationMetrics.Auc, segment: segment.Name)!.Value, 9);
            Assert.Equal(pairs.LogLoss, report.Find("rates", EvaluationMetrics.LogLoss, segment: segment.Name)!.Value, 9);
            Assert.Equal(pairs.MeanF1, report.Find("rates", EvaluationMetrics.F1, segment: segment.Name)!.Value, 9);
            Assert.Equal(
                CalibrationCurve.Of(pairs).Sum(bin => bin.Pairs * Math.Abs(bin.Predicted - bin.Observed)) / pairs.Scores.Length,
                report.Find("rates", EvaluationMetrics.CalibrationError, segment: segment.Name)!.Value, 9);
        }
    }

    [Fact]
    public void Lifts_are_the_published_value_minus_ones_own_and_zero_beside_oneself()
    {
        var (histories, truth, kinds) = Random(200);
        var report = new QualityEvaluation(histories, truth, kinds).Run([new PersonalTopRanker(histories), new GlobalTopRanker(histories)], []);

        Assert.All(report.Estimates.Where(estimate => estimate.Model == "personal_top" && estimate.Users >= BootstrapOptions.LeastUsers), own =>
            Assert.Equal((0, new Interval(0, 0), 1), (own.Lift, own.LiftRange, own.PValue)));
        Assert.All(report.Estimates.Where(estimate => estimate.Model == "global_top" && estimate.Users >= BootstrapOptions.LeastUsers), other =>
        {
            var published = report.Find("personal_top", other.Metric, other.K, other.Segment)!;
            Assert.Equal(published.Value - other.Value, other.Lift!.Value, 12);
            Assert.InRange(other.Lift.Value, other.LiftRange!.Value.Low - 0.02 * Math.Abs(other.Value), other.LiftRange.Value.High + 0.02 * Math.Abs(other.Value));
        });
    }

    [Fact]
    public void The_curve_is_over_all_users_and_ascends()
    {
        var (histories, truth, kinds) = Random(100);
        var report = new QualityEvaluation(histories, truth, kinds).Run([new PersonalTopRanker(histories)], []);
        var curve = report.Estimates.Where(estimate => estimate.Metric == EvaluationMetrics.Recall && estimate.Segment == UserSegment.All).OrderBy(estimate => estimate.K).ToList();

        Assert.Equal([1, 2, 3, 5, 7, 10, 15, 20], curve.Select(estimate => estimate.K));
        Assert.All(curve.Zip(curve.Skip(1)), pair => Assert.True(pair.First.Value <= pair.Second.Value));
        Assert.Equal([10, 20], report.Estimates.Where(estimate => estimate.Segment == "light").Select(estimate => estimate.K).Distinct().Order());
    }

    [Fact]
    public void Reports_are_the_same_to_the_last_bit_for_any_number_of_threads()
    {
        var (histories, truth, kinds) = Random(300);
        string Report(int threads) => ExactJson.Of(
            new QualityEvaluation(histories, truth, kinds, new QualityOptions { Bootstrap = new BootstrapOptions { Threads = threads } })
                .Run([new PersonalTopRanker(histories), new GlobalTopRanker(histories)], [Rates(histories)]));

        Assert.Equal(Report(1), Report(4));
    }

    [Fact]
    public void Nobody_one_user_and_empty_segments_are_no_faults()
    {
        var histories = new Shop().Order(1, 1, 10, 20).Order(2, 1, 20).Build();
        var kinds = ProductSegments.FromColumns(histories.Products, [], [], new Dictionary<long, string>());
        QualityReport Run(TruthBaskets truth) => new QualityEvaluation(histories, truth, kinds).Run([new PersonalTopRanker(histories)], [Rates(histories)]);
        var nobody = Run(TruthBaskets.FromLines([], []));
        Assert.Equal((0, 0, 0), (nobody.Users, nobody.Estimates.Count, nobody.Calibration.Count));

        var one = Run(TruthBaskets.FromLines([1], [10]));
        Assert.Equal(["all", "new"], one.Estimates.Select(estimate => estimate.Segment).Distinct());
        Assert.All(one.Estimates, estimate => Assert.Equal((1, null, null, null), (estimate.Users, estimate.Range, estimate.LiftRange, estimate.PValue)));
        Assert.All(one.Estimates, estimate => Assert.True(double.IsFinite(estimate.Value), $"{estimate.Metric} is {estimate.Value}"));
        Assert.Null(one.Find("personal_top", EvaluationMetrics.ExploreRecall, 10));

        // Somebody whom nobody knows: no list, no pair.
        var stranger = Run(TruthBaskets.FromLines([9], [10]));
        Assert.Equal(0, stranger.Find("personal_top", EvaluationMetrics.Recall, 10)!.Value);
        Assert.Null(stranger.Find("personal_top", EvaluationMetrics.Novelty, 10));
        Assert.Equal(EvaluationMetrics.CandidateRecall, Assert.Single(stranger.Estimates, estimate => estimate.Model == "rates" && estimate.Segment == UserSegment.All).Metric);
    }

    [Fact]
    public void Names_must_be_told_apart()
    {
        var (histories, truth, kinds) = Random(40);
        var evaluation = new QualityEvaluation(histories, truth, kinds);

        Assert.Throws<ArgumentException>(() => evaluation.Run([], []));
        Assert.Throws<ArgumentException>(() => evaluation.Run([new PersonalTopRanker(histories)], [Rates(histories), Rates(histories)]));
        Assert.Throws<ArgumentException>(() => evaluation.Run([new PersonalTopRanker(histories), new PersonalTopRanker(histories)], []));
    }

    [Fact]
    public void A_calibrated_baseline_predicts_on_the_sample_what_comes()
    {
        var sample = InstacartSample.OrSkip();
        var histories = sample.Histories;
        var decayed = new DecayedFrequencyRanker(histories, new DecaySettings());
        var fit = new PairEvaluator(histories, sample.Truth.Where(user => !UserSplit.IsTest(user)), 2).Evaluate(decayed);
        var calibration = ProbabilityCalibration.Fit([.. fit.Scores.Select(score => (float)score)], [.. fit.Outcomes.Select(outcome => outcome ? 1f : 0f)]);
        var test = new PairEvaluator(histories, sample.Truth.Where(UserSplit.IsTest), 2).Evaluate(new CalibratedScorer(decayed, calibration));

        // Measured elsewhere for a decayed frequency on other users: 0.804.
        Assert.InRange(test.Auc, 0.77, 0.83);
        Assert.Equal(test.Outcomes.Average(outcome => outcome ? 1.0 : 0), test.Scores.Average(), 0.02);
        Assert.InRange(test.MeanF1, 0.30, 0.42);
        Assert.True(test.LogLoss < 0.30, $"log loss {test.LogLoss}");
    }

    private static RateScorer Rates(UserHistories histories) => new(histories);

    private static (UserHistories Histories, TruthBaskets Truth, ProductSegments Kinds) Random(int users)
    {
        var shop = Shop.Random(6, users);
        for (var user = 0; user < users; user += 4)
        {
            // Every fourth is a heavy user, too.
            for (var order = 100; order < 125; order++)
            {
                shop.Order(user % 5 == 0 ? 9_000_000_000 + (user * 7) : user * 3, order, Shop.ProductId(order % 30), Shop.ProductId(order % 7));
            }
        }

        var histories = shop.Build();
        var random = new Random(7);
        var ids = shop.Users().SelectMany(user => Enumerable.Repeat(user, random.Next(1, 8))).ToArray();
        var products = shop.Products();
        var truth = TruthBaskets.FromLines(ids, [.. ids.Select(_ => products[(int)(products.Length * random.NextDouble() * random.NextDouble())])]);
        var aisles = products.Select(product => Math.Abs(product % 4)).ToArray();
        return (histories, truth, ProductSegments.FromColumns(histories.Products, products, aisles, aisles.Distinct().ToDictionary(aisle => aisle, aisle => $"aisle {aisle}")));
    }

    /// <summary>The share of the user's orders that have the product.</summary>
    private sealed class RateScorer(UserHistories histories) : IPairScorer
    {
        public string Name => "rates";

        public bool IsProbability => true;

        public void Score(int user, PairScores scores, RankingWorkspace workspace)
        {
            scores.Clear();
            if (user == UserHistories.UnknownUser)
            {
                return;
            }

            var (first, end) = histories.Baskets(user);
            foreach (var item in histories.Purchases(user).ToArray().CountBy(item => item).OrderBy(item => item.Key))
            {
                scores.Add(item.Key, (double)item.Value / (end - first), bought: true);
            }
        }
    }
}
