using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Baselines;

/// <summary>The published methods that ours is compared with do what their papers say, and reach what was measured of them.</summary>
public class BaselineTests
{
    [Fact]
    public void Tifu_knn_by_hand()
    {
        // Vectors with one group and no decay: 1 (10: 1, 20: 0.5), 2 (10: 1, 30: 1), 3 (40: 1), 4 (10: 1). Squared distances
        // from 1: to 2 1.25, to 3 2.25, to 4 0.25; 5 is no training user.
        var histories = new Shop().Order(1, 1, 10, 20).Order(1, 2, 10).Order(2, 1, 10, 30).Order(3, 1, 40).Order(4, 1, 10).Order(5, 1, 10, 20, 50).Build();
        var settings = new TifuKnnSettings(new DecaySettings { Groups = 1, BasketDecay = 1, GroupDecay = 1 }, 2, 0.6);
        var list = new TifuKnnRanker(histories, settings, id => id < 5).List(histories, 1, 10);

        Assert.Equal([10, 20, 30], list.Select(item => histories.Products.Id(item.Item)));
        Assert.Equal(0.6 + (0.4 * (1 + 1) / 2), list[0].Score, 12);
        Assert.Equal(0.6 * 0.5, list[1].Score, 12);
        Assert.Equal(0.4 * 1 / 2, list[2].Score, 12);
    }

    [Fact]
    public void Up_cf_by_hand()
    {
        // Counts: 1 (10: 2, 20: 1), 2 (10: 1, 30: 1), 3 (20: 2), 4 (40: 1). Of the newest basket only: 1 10, 2 10 and 30, 3 20.
        var histories = new Shop().Order(1, 1, 10, 20).Order(1, 2, 10).Order(2, 1, 10, 30).Order(3, 1, 20).Order(3, 2, 20).Order(4, 1, 40).Build();
        var list = new UpCfRanker(histories, new UpCfSettings(1, 0.75, 2, 10, 3)).List(histories, 1, 10);
        var to2 = Math.Pow(2 / ((Math.Pow(5, 0.75) * Math.Pow(2, 0.25)) + 3), 2);
        var to3 = Math.Pow(2 / ((Math.Pow(5, 0.75) * Math.Pow(4, 0.25)) + 3), 2);

        Assert.Equal([10, 30, 20], list.Select(item => histories.Products.Id(item.Item)));
        Assert.Equal(1 + to2, list[0].Score, 12);
        Assert.Equal(to2, list[1].Score, 12);
        Assert.Equal(to3, list[2].Score, 12);
        var nearestOnly = new UpCfRanker(histories, new UpCfSettings(1, 0.75, 2, 1, 3)).Products(histories, 1, 10);
        Assert.Equal([10, 30], nearestOnly);
    }

    /// <summary>Measured on other users of the same set: UP-CF@r .1287/.1122, TIFU-KNN .1243/.1014, personal top .1069/.0955.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void On_tafeng_they_reach_the_measured_figures()
    {
        var sample = TafengSample.OrSkip();
        var histories = sample.Histories;
        var report = new Evaluator(histories, sample.ValTruth).Evaluate(
        [
            new PersonalTopRanker(histories), new UpCfRanker(histories, UpCfSettings.Tafeng), new UpCfRanker(histories, UpCfSettings.TafengTuned, "up_cf_tuned"),
            new TifuKnnRanker(histories, TifuKnnSettings.Tafeng, sample.Train.Contains),
        ]);

        Assert.Equal(1109, report.Users);
        AssertNear(report, "personal_top", 0.1060, 0.0939);
        AssertNear(report, "up_cf", 0.1174, 0.1060);
        AssertNear(report, "tifu_knn", 0.1216, 0.0980);
        Assert.True(report.Of("up_cf_tuned").At(10).Recall > 0.1287, $"{report.Of("up_cf_tuned").At(10)}");
    }

    /// <summary>Measured on 1,000 other users: personal top .3357/.3495, UP-CF@r .3414/.3557, TIFU-KNN .3632/.3774.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void On_instacart_they_reach_the_measured_figures()
    {
        var sample = InstacartSample.OrSkip();
        var histories = sample.Histories;
        var report = new Evaluator(histories, sample.Truth).Evaluate(
        [
            new PersonalTopRanker(histories), new UpCfRanker(histories, UpCfSettings.Instacart),
            new TifuKnnRanker(histories, TifuKnnSettings.Instacart, _ => true),
        ]);

        AssertNear(report, "personal_top", 0.3546, 0.3683);
        AssertNear(report, "up_cf", 0.3622, 0.3749);
        AssertNear(report, "tifu_knn", 0.3668, 0.3816);
    }

    private static void AssertNear(EvaluationReport report, string ranker, double recall, double ndcg)
    {
        var at10 = report.Of(ranker).At(10);
        Assert.InRange(at10.Recall, recall - 0.002, recall + 0.002);
        Assert.InRange(at10.Ndcg, ndcg - 0.002, ndcg + 0.002);
    }
}
