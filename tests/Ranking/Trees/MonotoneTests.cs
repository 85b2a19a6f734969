using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Trees;

public class MonotoneTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Scores_keep_the_order_of_a_monotone_feature_wherever_the_others_stand(int monotone)
    {
        // The labels wave with the first column, so that without the constraint scores would, too.
        var random = new Random(30);
        FeatureColumn[] columns = [new("a", "", Monotone: monotone), new("b", ""), new("c", "", Monotone: 1)];
        var values = Enumerable.Range(0, 9000).Select(_ => random.NextSingle()).ToArray();
        var labels = Enumerable.Range(0, 3000).Select(row =>
            random.NextDouble() < 0.5 + (0.4 * Math.Sin(9 * values[row * 3]) * values[(row * 3) + 1]) + (0.1 * values[(row * 3) + 2]) ? 1f : 0).ToArray();
        var settings = new TreeSettings { Rounds = 40, LearningRate = 0.2, Leaves = 20, MinRowsInLeaf = 10, Threads = 1 };

        int Breaks(FeatureColumn[] of)
        {
            var model = TreeShop.Train(TreeShop.Rows((values, labels), of), settings);
            var probe = new Random(31);
            var breaks = 0;
            for (var i = 0; i < 4000; i++)
            {
                var (a, more, b, c) = (probe.NextSingle(), probe.NextSingle(), probe.NextSingle(), probe.NextSingle());
                var scores = TreeShop.Score(model, [Math.Min(a, more), b, c, Math.Max(a, more), b, c, b, a, Math.Min(c, more), b, a, Math.Max(c, more)]);
                breaks += (scores[1] - scores[0]) * monotone < 0 ? 1 : 0;
                breaks += scores[3] < scores[2] ? 1 : 0;
            }

            return breaks;
        }

        Assert.Equal(0, Breaks(columns));
        Assert.NotEqual(0, Breaks([.. columns.Select(column => column with { Monotone = 0 })]));
    }

    [Fact]
    public void Outputs_that_bounds_do_not_touch_are_those_without_bounds()
    {
        // A constant column cannot be split, but a constraint on it takes the way that keeps bounds.
        var random = new Random(34);
        var values = Enumerable.Range(0, 2000).SelectMany(_ => new[] { random.NextSingle(), random.Next(5), 1f }).ToArray();
        var labels = Enumerable.Range(0, 2000).Select(row => random.NextSingle() < values[row * 3] ? 1f : 0).ToArray();
        var settings = new TreeSettings { Rounds = 10, Leaves = 12, L1 = 0.5, L2 = 2, MinRowsInLeaf = 25, Threads = 1 };

        float[] Scores(int monotone) => TreeShop.Score(
            TreeShop.Train(TreeShop.Rows((values, labels), [new("a", ""), new("b", ""), new("c", "", Monotone: monotone)]), settings), values);

        Assert.All(Scores(0).Zip(Scores(1)), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void A_monotone_model_still_learns_what_the_constraint_allows()
    {
        var (values, labels) = TreeShop.Generate(6000, 32);
        FeatureColumn[] columns = [.. TreeShop.Columns];
        columns[0] = columns[0] with { Monotone = 1 };
        columns[1] = columns[1] with { Monotone = -1 };
        var settings = new TreeSettings { Rounds = 40, LearningRate = 0.1, Leaves = 15, Threads = 1 };
        var (held, heldLabels) = TreeShop.Generate(6000, 33);

        var free = TreeShop.Auc(TreeShop.Score(TreeShop.Train(TreeShop.Rows((values, labels), TreeShop.Columns), settings), held), heldLabels);
        var bound = TreeShop.Auc(TreeShop.Score(TreeShop.Train(TreeShop.Rows((values, labels), columns), settings), held), heldLabels);

        Assert.True(bound > free - 0.003, $"AUC {free:F4} free, {bound:F4} with the constraints that the rule keeps");
    }
}
