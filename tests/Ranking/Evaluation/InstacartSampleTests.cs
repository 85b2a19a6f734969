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
        var report = new Evaluator(histories, sample.Truth.Where(UserSplit.IsTest)).Evaluate(
        [
            new GlobalTopRanker(histories),
            new PersonalTopRanker(histories),
            new DecayedFrequencyRanker(histories, new DecaySettings()),
        ]);
        TestContext.Current.TestOutputHelper?.WriteLine(report.ToJson());

        Assert.InRange(report.Of("global_top").At(10).Recall, 0.03, 0.10);
        Assert.InRange(report.Of("personal_top").At(10).Recall, 0.30, 0.50);
        Assert.True(report.Of("decayed_frequency").At(10).Recall > report.Of("personal_top").At(10).Recall - 0.01);
    }
}
