using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Trees;

public class SplitKindTests
{
    private static readonly TreeSettings OneSplit = new() { Rounds = 1, LearningRate = 1, Leaves = 2, MinRowsInLeaf = 1, CategoricalL2 = 0, Threads = 1 };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Rows_that_lack_a_value_go_where_they_belong(int lowLabel, int missingLabel)
    {
        // Low values, high values, none: missing rows side with the low ones or with the high ones, as their labels do.
        float[] values = [1, 1, 1, 9, 9, 9, float.NaN, float.NaN];
        float[] labels = [lowLabel, lowLabel, lowLabel, 1 - lowLabel, 1 - lowLabel, 1 - lowLabel, missingLabel, missingLabel];
        var model = TreeShop.Train(TreeShop.Rows((values, labels), [new("x", "")]), OneSplit);

        var scores = TreeShop.Score(model, [1, 9, float.NaN]);

        Assert.Equal(scores[missingLabel == lowLabel ? 0 : 1], scores[2]);
        Assert.NotEqual(scores[0], scores[1]);
    }

    [Fact]
    public void A_split_can_part_rows_that_lack_a_value_from_all_others()
    {
        float[] values = [1, 2, 3, 4, float.NaN, float.NaN];
        var model = TreeShop.Train(TreeShop.Rows((values, [0, 0, 0, 0, 1, 1]), [new("x", "")]), OneSplit);

        var scores = TreeShop.Score(model, [-1e9f, 2.5f, float.PositiveInfinity, float.NaN]);

        Assert.Equal(scores[0], scores[1]);
        Assert.Equal(scores[0], scores[2]);
        Assert.True(scores[3] > scores[0]);
    }

    [Fact]
    public void A_value_missing_only_after_training_goes_with_the_larger_side()
    {
        float[] values = [1, 1, 1, 1, 1, 9, 9];
        var model = TreeShop.Train(TreeShop.Rows((values, [0, 0, 0, 0, 0, 1, 1]), [new("x", "")]), OneSplit);

        Assert.Equal(TreeShop.Score(model, [1]), TreeShop.Score(model, [float.NaN]));
    }

    [Fact]
    public void One_categorical_split_parts_what_no_threshold_can()
    {
        var values = Enumerable.Range(0, 600).Select(row => (float)(row % 12)).ToArray();
        var labels = values.Select(value => value is 1 or 4 or 5 or 11 ? 1f : 0).ToArray();
        float[] all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

        var named = TreeShop.Score(TreeShop.Train(TreeShop.Rows((values, labels), [new("x", "", FeatureKind.Categorical)]), OneSplit), [.. all, 77, float.NaN]);
        var ordered = TreeShop.Score(TreeShop.Train(TreeShop.Rows((values, labels), [new("x", "")]), OneSplit), all);

        Assert.All(all, value => Assert.Equal(value is 1 or 4 or 5 or 11, named[(int)value] > 0));
        Assert.Equal(2, named[..12].Distinct().Count());
        Assert.False(all.All(value => ordered[(int)value] > 0 == value is 1 or 4 or 5 or 11));
        // What was never seen has no side of its own: it goes right, with NaN.
        Assert.Equal(named[12], named[13]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Categories_too_rare_for_a_code_score_as_they_were_trained(int rareLabel)
    {
        // 255 frequent categories have codes; 45 rare ones share that of unknown values, on the side that their labels put them.
        float[] values = [.. Enumerable.Range(0, 255 * 4).Select(row => (float)(row % 255)), .. Enumerable.Range(255, 45).Select(value => (float)value), float.NaN];
        var labels = values.Select(value => value < 200 ? 1f - rareLabel : rareLabel).ToArray();
        var model = TreeShop.Train(TreeShop.Rows((values, labels), [new("x", "", FeatureKind.Categorical)]), OneSplit);

        Assert.Equal(labels, TreeShop.Score(model, values).Select(margin => margin > 0 ? 1f : 0));
    }

    [Fact]
    public void No_leaf_has_fewer_rows_than_settings_ask()
    {
        // Hessians differ widely between rows, so that they say little about how many there are.
        var rows = TreeShop.Rows(5000, 40);
        for (var row = 0; row < 5000; row++)
        {
            rows.Weights[row] = row % 7 == 0 ? 100 : 0.01f;
        }

        var (values, _) = TreeShop.Generate(5000, 40);
        var model = TreeShop.Train(rows, new TreeSettings { Rounds = 10, Leaves = 40, MinRowsInLeaf = 60, MinHessianInLeaf = 0, LearningRate = 0.3, Threads = 1 });

        foreach (var tree in model.TreeList)
        {
            var counts = new int[tree.Leaves];
            for (var row = 0; row < 5000; row++)
            {
                var node = 0;
                while (node >= 0)
                {
                    node = tree.Next(node, values.AsSpan(row * TreeShop.Columns.Length, TreeShop.Columns.Length));
                }

                counts[~node]++;
            }

            Assert.True(counts.Min() >= 60, $"a leaf has {counts.Min()} rows");
            Assert.True(tree.Leaves > 10);
        }
    }
}
