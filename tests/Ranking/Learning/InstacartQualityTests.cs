using System.Globalization;
using Recommender.Ranking.Candidates;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Features;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Statistics;
using Recommender.Ranking.Tests.Baselines;
using Recommender.Ranking.Tests.Support;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Learning;

/// <summary>
/// Quality on the 600 users of shared/data/instacart, split by user into fit and test five times: trained on the rows of four fifths,
/// measured on the last known baskets of the fifth. Settings are the product's, chosen on baskets hidden from known histories.
/// </summary>
[Trait("Category", "Long")]
public class InstacartQualityTests
{
    [Fact]
    public void The_learnt_ranker_is_ahead_in_recall_and_f1_and_beyond_noise_of_tifu_knn()
    {
        var sample = InstacartSample.OrSkip();
        var (ours, theirs) = (new Dictionary<string, List<double>>(), new Dictionary<string, List<double>>());
        var (scores, outcomes, f1) = (new List<double>(), new List<bool>(), new List<double>());
        for (var fold = 0; fold < StatisticFolds.Count; fold++)
        {
            bool IsFit(long id) => StatisticFolds.Of(id) != fold;
            var cancellation = TestContext.Current.CancellationToken;
            var settings = new RankerSettings();
            var shop = sample.Shop(IsFit);
            var known = ShopKnowledge.Gather(shop, settings.Knowledge, settings.Threads, cancellation);
            var model = new RankerTrainer(new GradientBoostedTrees(), settings)
                .Train(known, new FitBaskets(shop.Histories, sample.Truth, IsFit), null, cancellation);
            var learnt = new LearntRanker(known, model!);
            var test = sample.Truth.Where(id => !IsFit(id));
            var report = new Evaluator(shop.Histories, test).Evaluate([learnt, new TifuKnnRanker(shop.Histories, TifuKnnSettings.Instacart, IsFit)], cancellation);
            Collect(report.Of("learnt"), ours);
            Collect(report.Of("tifu_knn"), theirs);
            var pairs = new PairEvaluator(shop.Histories, test, settings.Threads).Evaluate(learnt, cancellation);
            (scores, outcomes, f1) = ([.. scores, .. pairs.Scores], [.. outcomes, .. pairs.Outcomes], [.. f1, .. pairs.F1]);
        }

        var auc = AreaUnderCurve.Of([.. scores], [.. outcomes]);
        var figures = string.Create(
            CultureInfo.InvariantCulture,
            $"recall@10 {ours["recall"].Average():0.0000}, NDCG@10 {ours["ndcg"].Average():0.0000}, AUC {auc:0.0000}, F1 {f1.Where(double.IsFinite).Average():0.0000}");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        foreach (var metric in ours.Keys)
        {
            var compared = PairedComparison.Of(ours[metric], theirs[metric]);
            TestContext.Current.TestOutputHelper?.WriteLine($"{metric}@10 beside TIFU-KNN: {compared}");
            Assert.True(compared.AheadBeyondNoise, $"{metric}@10: {compared}");
        }

        Assert.Equal(600, ours["recall"].Count);
        // The prototype's .376, .400 and .833 are the aim, reached by a hair or not yet: floors, so that what there is does not get lost.
        Assert.True(ours["recall"].Average() > 0.373, figures);
        Assert.True(ours["ndcg"].Average() > 0.395, figures);
        Assert.True(auc > 0.830, figures);
        Assert.True(f1.Where(double.IsFinite).Average() > 0.397, figures);
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
        Add("ndcg", outcome => outcome.Ndcg);
    }
}
