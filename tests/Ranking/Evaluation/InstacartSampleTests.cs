using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Evaluation;

public class InstacartSampleTests
{
    [Fact]
    public void The_sample_has_the_documented_size()
    {
        var sample = InstacartSample.OrSkip();

        Assert.Equal(600, sample.Histories.Users.Count);
        Assert.Equal(90_999, sample.Histories.ItemCount);
        Assert.Equal(9_835 - 600, sample.Histories.BasketCount);
        Assert.Equal(6_011, Enumerable.Range(0, sample.Truth.Count).Sum(position => sample.Truth.Basket(position).Length));
    }

    [Fact]
    public void Personal_rankers_are_clearly_above_the_global_top()
    {
        var sample = InstacartSample.OrSkip();
        var histories = sample.Histories;
        var report = TestUsers(
            sample, new GlobalTopRanker(histories), new PersonalTopRanker(histories),
            new DecayedFrequencyRanker(histories, new DecaySettings()));

        var (global, personal, decayed) =
            (report.Of("global_top"), report.Of("personal_top"), report.Of("decayed_frequency"));
        Assert.Equal(297, report.Users);
        Assert.InRange(global.At(10).Recall, 0.03, 0.10);
        Assert.InRange(personal.At(10).Recall, 0.30, 0.50);
        Assert.True(decayed.At(10).Recall > personal.At(10).Recall - 0.01);
        Assert.True(decayed.At(10).Ndcg > personal.At(10).Ndcg - 0.01);
        Assert.Equal(0, personal.At(20).ExploreRecall);
    }

    [Fact]
    public void Filling_up_never_loses_a_hit()
    {
        var sample = InstacartSample.OrSkip();
        var histories = sample.Histories;
        var (ids, departments, names) = sample.Departments;
        var segments = new SegmentPopularityRanker(
            histories, ProductSegments.FromColumns(histories.Products, ids, departments, names));
        var decayed = new DecayedFrequencyRanker(histories, new DecaySettings());
        IRanker[] filled = [new FilledRanker(decayed, new GlobalTopRanker(histories)), new FilledRanker(decayed, segments)];
        var report = TestUsers(sample, [decayed, .. filled]);
        foreach (var k in new[] { 10, 20 })
        {
            var alone = report.Of(decayed.Name).At(k);
            Assert.All(filled, ranker =>
            {
                var metrics = report.Of(ranker.Name).At(k);
                Assert.True(metrics.Recall >= alone.Recall);
                Assert.True(metrics.ExploreRecall > 0);
                Assert.Equal(alone.RepeatRecall, metrics.RepeatRecall);
            });
        }
    }

    private static EvaluationReport TestUsers(InstacartSample sample, params IReadOnlyList<IRanker> rankers) =>
        new Evaluator(sample.Histories, sample.Truth.Where(UserSplit.IsTest)).Evaluate(rankers);
}
