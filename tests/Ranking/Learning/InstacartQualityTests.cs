using System.Globalization;
using Recommender.Ranking.Candidates;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Features;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Tests.Baselines;
using Recommender.Ranking.Tests.Support;
using Recommender.Ranking.Trees;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Tests.Learning;

/// <summary>
/// Quality on the 600 users of shared/data/instacart, split by user into fit and test five times: trained on the rows of four fifths,
/// measured on the last known baskets of the fifth. Settings are the product's, chosen on baskets hidden from known histories.
/// </summary>
[Trait("Category", "Long")]
public class InstacartQualityTests
{
    [Fact]
    public void The_learnt_ranker_is_ahead_of_tifu_knn_beyond_noise_and_level_with_the_prototype()
    {
        var sample = InstacartSample.OrSkip();
        var (ours, theirs) = (new Dictionary<string, List<double>>(), new Dictionary<string, List<double>>());
        List<PairReport> pairs = [];
        for (var fold = 0; fold < InnerFolds.Count; fold++)
        {
            // Folds that cut across those of the statistics, so that test users' rows see as many other users as training rows do.
            bool IsFit(long id) => InnerFolds.Of(id) != fold;
            var cancellation = TestContext.Current.CancellationToken;
            var settings = new RankerSettings();
            var shop = sample.Shop(IsFit);
            var known = ShopKnowledge.Gather(shop, settings.Knowledge, settings.Threads, cancellation);
            var model = new RankerTrainer(new GradientBoostedTrees(), settings)
                .Train(known, new FitBaskets(shop.Histories, sample.Truth, IsFit), null, cancellation);
            var learnt = new LearntRanker(known, model!);
            var test = sample.Truth.Where(id => !IsFit(id));
            // TIFU-KNN may look for neighbours among all users, as ours may.
            var report = new Evaluator(shop.Histories, test).Evaluate([learnt, new TifuKnnRanker(shop.Histories, TifuKnnSettings.Instacart, _ => true)], cancellation);
            Collect(report.Of("learnt"), ours);
            Collect(report.Of("tifu_knn"), theirs);
            pairs.Add(new PairEvaluator(shop.Histories, test, settings.Threads).Evaluate(learnt, cancellation));
        }

        var pooled = Pooled(pairs);
        var figures = string.Join(
            ", ", ours.Select(metric => Figure($"{metric.Key}@10", MetricColumn.Mean(metric.Key, 10, [.. metric.Value]), metric.Value.Average()))
                .Append(Figure("AUC", PairColumns.Of(pooled, [.. Enumerable.Range(0, pooled.F1.Length)]).Single(column => column.Metric == EvaluationMetrics.Auc), pooled.Auc))
                .Append(Figure("F1", MetricColumn.Mean(EvaluationMetrics.F1, 0, pooled.F1), pooled.MeanF1)));
        figures = string.Create(CultureInfo.InvariantCulture, $"{figures}, mean AUC of the folds {pairs.Average(fold => fold.Auc):0.0000}, log loss {pooled.LogLoss:0.0000}");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        foreach (var metric in ours.Keys)
        {
            var compared = PairedComparison.Of(ours[metric], theirs[metric]);
            TestContext.Current.TestOutputHelper?.WriteLine($"{metric}@10 beside TIFU-KNN: {compared}");
            Assert.True(compared.AheadBeyondNoise, $"{metric}@10: {compared}");
        }

        Assert.Equal(600, ours["recall"].Count);
        // The prototype's .376, .400 and .833 are the aim, which the looks came within .003 of: floors, so that
        // what there is does not get lost.
        Assert.True(ours["recall"].Average() > 0.373, figures);
        Assert.True(ours["NDCG"].Average() > 0.396, figures);
        Assert.True(pooled.Auc > 0.831, figures);
        Assert.True(pooled.MeanF1 > 0.397, figures);
    }

    [Fact]
    public void Candidates_hold_nearly_all_that_is_bought_again_and_some_of_what_is_new()
    {
        var sample = InstacartSample.OrSkip();
        var settings = new RankerSettings();
        var known = ShopKnowledge.Gather(sample.Shop(id => !UserSplit.IsTest(id)), settings.Knowledge, settings.Threads, TestContext.Current.CancellationToken);
        var recall = CandidateRecall.Measure(known, settings.Candidates, sample.Truth.Where(UserSplit.IsTest), settings.Threads, TestContext.Current.CancellationToken);
        var bySource = string.Join(", ", recall.NewOf.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value:0.0000}")));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{recall.Candidates:0.0} candidates, recall {recall.Union:0.0000}, of new products {recall.NewUnion:0.0000}: {bySource}"));
        Assert.InRange(recall.Union, 0.61, 1);
        Assert.InRange(recall.NewUnion, 0.06, 1);
        Assert.True(recall.NewUnion > recall.NewOf.Values.Max());
    }

    private static void Collect(RankerReport report, Dictionary<string, List<double>> into)
    {
        void Add(string name, Func<UserOutcome, double> metric)
        {
            if (!into.TryGetValue(name, out var values))
            {
                into.Add(name, values = []);
            }

            values.AddRange(report.ByUser(10, metric));
        }

        Add("recall", outcome => outcome.Recall);
        Add("NDCG", outcome => outcome.Ndcg);
    }

    /// <summary>A figure with its 95 % interval over users.</summary>
    private static string Figure(string name, MetricColumn column, double value)
    {
        var range = Interval.OfResamples(Bootstrap.Of([column], new BootstrapOptions()).Values(0), 0.95)!.Value;
        return string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.0000} [{range.Low:0.0000}, {range.High:0.0000}]");
    }

    private static PairReport Pooled(List<PairReport> folds) => new()
    {
        Name = "learnt",
        IsProbability = true,
        Scores = [.. folds.SelectMany(fold => fold.Scores)],
        Outcomes = [.. folds.SelectMany(fold => fold.Outcomes)],
        Users = [.. folds.SelectMany((fold, index) => fold.Users.Select(user => user + folds.Take(index).Sum(before => before.F1.Length)))],
        F1 = [.. folds.SelectMany(fold => fold.F1)],
        CandidateRecall = [.. folds.SelectMany(fold => fold.CandidateRecall)],
    };
}
