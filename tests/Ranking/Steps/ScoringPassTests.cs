using Recommender.Lake.Building;
using Recommender.Lake.Tables;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Tests.Registry;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Steps;

public sealed class ScoringPassTests : IDisposable
{
    private readonly LearningLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Users_are_scored_once_for_both_tables_whichever_comes_first(bool listsFirst)
    {
        _lake.RunAll();
        var (whole, pass) = (Rows(), new ScoringPass(2, isShared: true));
        Assert.All(whole, Assert.NotEmpty);
        var loader = new ShopHistoryLoader(1, _lake.Learner);
        RankingStep[] steps = [new RecommendationsStep(loader, pass), new NextBasketStep(loader, pass)];
        foreach (var step in listsFirst ? steps : steps.Reverse())
        {
            Drop(step.Table);
            _lake.Run(step);
        }

        Assert.Equal(1, pass.Passes);
        Assert.Equal(whole, Rows());
    }

    [Fact]
    public void A_step_alone_makes_the_same_rows_and_so_does_one_after_another_model()
    {
        _lake.RunAll();
        var (whole, pass) = (Rows(), new ScoringPass(1, isShared: true));
        var loader = new ShopHistoryLoader(1, _lake.Learner);
        Drop(RankingTables.Recommendations);
        _lake.Run(new RecommendationsStep(loader, pass));
        Drop(LearningTables.NextBasket);
        _lake.Run(new NextBasketStep(loader, new ScoringPass(1, isShared: false)));
        Assert.Equal(whole, Rows());

        // What the pass has kept is the old model's.
        _lake.Learner = new DecayLearner { Mark = 7 };
        _lake.Train(new TrainingRequest(2, Promote: true));
        _lake.Run(new NextBasketStep(new ShopHistoryLoader(1, _lake.Learner), pass));
        Assert.Equal(2, pass.Passes);
        Assert.Equal([_lake.Models()[0].Id], _lake.Texts("select distinct model from published.next_basket", LearningTables.NextBasket));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Shards_of_lists_and_baskets_make_up_the_whole(bool isShared)
    {
        _lake.RunAll();
        var (whole, pass) = (Rows(), new ScoringPass(2, isShared));
        var loader = new ShopHistoryLoader(2, _lake.Learner);
        foreach (var step in new RankingStep[] { new RecommendationsStep(loader, pass), new NextBasketStep(loader, pass) })
        {
            Drop(step.Table);
            ShardedBuild.Run(_lake, (IShardedStep)step, 3);
        }

        Assert.Equal(whole, Rows());
    }

    private string[][] Rows() =>
    [
        [.. _lake.Texts("select x::varchar from published.recommendations as x order by user_id, rank", RankingTables.Recommendations)],
        [.. _lake.Texts("select x::varchar from published.next_basket as x order by user_id, rank", LearningTables.NextBasket)],
    ];

    private void Drop(TableDeclaration table) => Directory.Delete(_lake.Store.Lake.Table(table.Name), recursive: true);
}
