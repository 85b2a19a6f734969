using Recommender.Ranking.Baskets;
using Recommender.Ranking.Features;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Registry;

public class TreeModelFacadeTests
{
    private static readonly TrainingFacts All = new(500, 900, 40_000, 90, 4_000, 0.2) { FitUsers = 500, EarlierTargets = new RankerSettings().EarlierTargets };

    [Fact]
    public void A_model_of_all_there_was_remarks_nothing() => Assert.Equal("", Of(All).Remarks);

    [Fact]
    public void A_model_of_some_users_or_baskets_says_what_was_left_out()
    {
        Assert.Equal(
            "To keep to about 1,500,000 rows it learnt from 500 of the 9,000 users to fit on, and beside each one's next basket from the newest 4 before it.",
            Of(All with { FitUsers = 9_000, EarlierTargets = 4 }).Remarks);
        Assert.StartsWith("To keep to about 1,500,000 rows", Of(All with { EarlierTargets = 4 }).Remarks, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_few_rows_says_that_it_learnt_slowly()
    {
        Assert.StartsWith("So few rows leave time: it learnt at half the learning_rate", Of(All with { IsSlow = true }).Remarks, StringComparison.Ordinal);
        Assert.Contains("before it. So few rows", Of(All with { IsSlow = true, EarlierTargets = 4 }).Remarks, StringComparison.Ordinal);
    }

    private static TreeModelFacade Of(TrainingFacts facts) => new(
        new TreeLearner(), new RankerModel(new RankerSettings(), [new TreeModel(FeatureCatalogue.All, 0, [])], [], ProbabilityCalibration.Identity, facts));
}
