using Recommender.Ranking.Baskets;

namespace Recommender.Ranking.Tests.Baskets;

public class IsotonicBlocksTests
{
    [Fact]
    public void Violators_are_pooled_as_by_hand()
    {
        var sample = CalibrationSample.From([1, 2, 3, 4, 5, 6, 6], [0, 1, 0, 0, 1, 1, 0], [1, 1, 1, 1, 1, 1, 3]);

        // 0 | 1 0 0 | 1, then (1 + 0)/4 at the margin 6, which pools with the one before it.
        Assert.Equal([(1, 0), (3, 1 / 3.0), ((5 + (6 * 4)) / 5.0, 2 / 5.0)], IsotonicBlocks.Pooled(sample.Points).Select(block => (block.Margin, block.Rate)));
    }

    [Fact]
    public void No_other_ascending_function_has_a_smaller_squared_error()
    {
        var random = new Random(9);
        for (var round = 0; round < 50; round++)
        {
            var labels = Enumerable.Range(0, 12).Select(i => random.Next(12) < i ? 1f : 0f).ToArray();
            var margins = Enumerable.Range(0, 12).Select(i => (float)i).ToArray();
            var blocks = IsotonicBlocks.Pooled(CalibrationSample.From(margins, labels, []).Points);
            var fitted = blocks.SelectMany(block => Enumerable.Repeat(block.Rate, block.Rows)).ToArray();

            // The min-max formula of isotonic regression.
            var expected = Enumerable.Range(0, 12).Select(i => Enumerable.Range(0, i + 1).Max(
                first => Enumerable.Range(i, 12 - i).Min(last => labels[first..(last + 1)].Average(label => (double)label)))).ToArray();
            Assert.All(expected.Zip(fitted), pair => Assert.Equal(pair.First, pair.Second, 12));
        }
    }

    [Fact]
    public void Every_block_has_enough_of_both_and_they_ascend()
    {
        var (margins, labels) = ProbabilityCalibrationTests.Drawn(5_000, margin => 1 / (1 + Math.Exp(-3 * margin)), new Random(10));
        var blocks = IsotonicBlocks.Fit(CalibrationSample.From(margins, labels, []));

        Assert.True(blocks.Count > 3);
        Assert.Equal(5_000, blocks.Sum(block => block.Rows));
        Assert.All(blocks, block => Assert.True(block.Positives >= IsotonicBlocks.LeastOfLabel && block.Rows - block.Positives >= IsotonicBlocks.LeastOfLabel));
        Assert.All(blocks.Zip(blocks.Skip(1)), pair => Assert.True(pair.First.Margin < pair.Second.Margin && pair.First.Rate < pair.Second.Rate));
    }
}
