using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Trees;

public class ScoringTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(200)]
    public void Every_way_of_scoring_gives_the_same_bits(int leaves)
    {
        // More trees than one chunk holds for some of these.
        var rows = TreeShop.Rows(6000, 20);
        var model = TreeShop.Train(rows, new TreeSettings { Rounds = 60, Leaves = leaves, MinRowsInLeaf = 5, LearningRate = 0.2, Threads = 2 });
        var (values, _) = TreeShop.Generate(1003, 21);
        Disturb(values);
        var width = TreeShop.Columns.Length;

        var together = TreeShop.Score(model, values);
        var alone = Enumerable.Range(0, 1003).SelectMany(row => TreeShop.Score(model, values[(row * width)..((row + 1) * width)])).ToArray();
        var byFives = Enumerable.Range(0, 201).SelectMany(part => TreeShop.Score(model, values[(part * 5 * width)..Math.Min(values.Length, (part + 1) * 5 * width)])).ToArray();
        var walked = Enumerable.Range(0, 1003).Select(row => (float)Walk(model, values.AsSpan(row * width, width))).ToArray();

        Assert.Equal(walked, together);
        Assert.Equal(together, alone);
        Assert.Equal(together[..1003], byFives);
        Assert.Contains(model.TreeList, tree => tree.Leaves == leaves);
    }

    [Fact]
    public void Scoring_allocates_nothing()
    {
        var model = TreeShop.Train(TreeShop.Rows(2000, 22), new TreeSettings { Rounds = 20, Threads = 1 });
        var (values, labels) = TreeShop.Generate(1001, 23);
        var parts = new double[TreeShop.Columns.Length];
        model.Score(values, labels);
        model.Contributions(values.AsSpan(0, parts.Length), parts);

        var before = GC.GetAllocatedBytesForCurrentThread();
        model.Score(values, labels);
        model.Contributions(values.AsSpan(0, parts.Length), parts);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Rows_of_another_width_are_refused()
    {
        var model = TreeShop.Train(TreeShop.Rows(500, 24), new TreeSettings { Rounds = 1, Threads = 1 });

        Assert.Contains("20 values for 3 rows of 7 features", Assert.Throws<ArgumentException>(() => model.Score(new float[20], new float[3])).Message, StringComparison.Ordinal);
    }

    /// <summary>Values that training did not see, NaN where it saw none, and infinities.</summary>
    private static void Disturb(float[] values)
    {
        var random = new Random(25);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = random.Next(40) switch { 0 => float.NaN, 1 => float.PositiveInfinity, 2 => float.NegativeInfinity, 3 => 99, 4 => -0f, _ => values[i] };
        }
    }

    private static double Walk(TreeModel model, ReadOnlySpan<float> row)
    {
        var margin = model.BaseMargin;
        foreach (var tree in model.TreeList)
        {
            var node = tree.Leaves > 1 ? 0 : -1;
            while (node >= 0)
            {
                node = tree.Next(node, row);
            }

            margin += tree.LeafValue[~node];
        }

        return margin;
    }
}
