using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tests.Evaluation;

public class TruthBasketsTests
{
    [Fact]
    public void Users_ascend_and_baskets_are_sorted_and_unique()
    {
        var truth = TruthBaskets.FromLines([7, 2, 7, 7], [30, 10, 20, 30]);

        Assert.Equal([2, 7], Enumerable.Range(0, truth.Count).Select(truth.UserId));
        Assert.Equal([20, 30], truth.Basket(1).ToArray());
    }

    [Fact]
    public void Where_keeps_whole_users()
    {
        var truth = TruthBaskets.FromLines([7, 2, 5, 7], [30, 10, 40, 20]).Where(user => user != 2);

        Assert.Equal([5, 7], Enumerable.Range(0, truth.Count).Select(truth.UserId));
        Assert.Equal([40], truth.Basket(0).ToArray());
    }
}
