using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Trees;

public class GradientBoostedTreesTests
{
    private static readonly TreeSettings Quick = new() { Rounds = 40, LearningRate = 0.1, Leaves = 15, MinRowsInLeaf = 20, Threads = 2 };

    [Fact]
    public void It_learns_the_rule_behind_noisy_labels()
    {
        var model = TreeShop.Train(TreeShop.Rows(8000, 1), Quick);
        var (values, labels) = TreeShop.Generate(8000, 2);

        var auc = TreeShop.Auc(TreeShop.Score(model, values), labels);

        // No model can order these labels better than the rule that they were drawn by.
        var best = TreeShop.Auc(TreeShop.Rule(values), labels);
        Assert.InRange(auc, best - 0.02, best + 0.005);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.5, 0.6)]
    public void The_model_does_not_depend_on_threads(double rowFraction, double columnFraction)
    {
        // More rows than one range of any parallel loop.
        var rows = TreeShop.Rows(30_000, 3);
        var validation = TreeShop.Rows(3000, 4, rows.Edges);
        var settings = Quick with { Rounds = 8, RowFraction = rowFraction, ColumnFraction = columnFraction };

        var files = new[] { 1, 2, 3, 7 }.Select(threads => TreeShop.Bytes(TreeShop.Train(rows, settings with { Threads = threads }, validation))).ToArray();

        Assert.All(files, file => Assert.Equal(files[0], file));
        Assert.NotEqual(files[0], TreeShop.Bytes(TreeShop.Train(rows, settings with { Seed = 2 })));
    }
}
