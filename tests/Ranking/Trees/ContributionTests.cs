using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Trees;

public class ContributionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bias_and_parts_add_up_to_the_margin_exactly_in_any_order(bool ranking)
    {
        var rows = TreeShop.Rows(4000, 5);
        rows.GroupStarts = [.. Enumerable.Range(0, 200).Select(group => group * 20)];
        var model = TreeShop.Train(rows, new TreeSettings { Objective = ranking ? TreeObjective.LambdaRank : TreeObjective.Logistic, Rounds = 50, Leaves = 15, Threads = 1 });
        var (values, _) = TreeShop.Generate(500, 6);
        var margins = TreeShop.Score(model, values);
        var parts = new double[TreeShop.Columns.Length];

        for (var row = 0; row < margins.Length; row++)
        {
            var bias = model.Contributions(values.AsSpan(row * parts.Length, parts.Length), parts);
            var forwards = parts.Aggregate(bias, (sum, part) => sum + part);
            var backwards = parts.Reverse().Aggregate(0.0, (sum, part) => sum + part) + bias;

            Assert.Equal(margins[row], (float)forwards);
            Assert.Equal(forwards, backwards);
        }
    }

    [Fact]
    public void The_bias_is_the_mean_margin_of_the_training_rows()
    {
        var (values, labels) = TreeShop.Generate(3000, 7);
        var model = TreeShop.Train(TreeShop.Rows((values, labels), TreeShop.Columns), new TreeSettings { Rounds = 20, Threads = 1 });

        var bias = model.Contributions(values.AsSpan(0, TreeShop.Columns.Length), new double[TreeShop.Columns.Length]);

        Assert.Equal(TreeShop.Score(model, values).Average(margin => (double)margin), bias, 5);
    }

    [Fact]
    public void A_feature_that_no_tree_asks_for_moves_nothing()
    {
        var (values, labels) = TreeShop.Generate(3000, 8);
        for (var row = 0; row < labels.Length; row++)
        {
            values[(row * TreeShop.Columns.Length) + 6] = 1;
        }

        var model = TreeShop.Train(TreeShop.Rows((values, labels), TreeShop.Columns), new TreeSettings { Rounds = 20, Threads = 1 });
        var parts = new double[TreeShop.Columns.Length];
        model.Contributions(values.AsSpan(0, parts.Length), parts);

        Assert.Equal(0, parts[6]);
        Assert.Equal(0, model.Importances[6].Splits);
        Assert.All(parts[..6], part => Assert.NotEqual(0, part));
    }
}
