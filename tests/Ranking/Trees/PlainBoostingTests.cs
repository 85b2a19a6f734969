using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Trees;

public class PlainBoostingTests
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 5, 1)]
    [InlineData(3, 12, 0.1)]
    [InlineData(4, 30, 3)]
    public void Trees_are_those_of_the_plain_exact_method(int seed, int minRows, double l2)
    {
        const int Rows = 110;
        var random = new Random(seed);
        FeatureColumn[] columns = [.. Enumerable.Range(0, 5).Select(column => new FeatureColumn($"c{column}", ""))];
        var rows = Enumerable.Range(0, Rows).Select(_ => new[]
        {
            random.NextSingle(), random.Next(7), random.NextSingle() < 0.4f ? float.NaN : random.NextSingle(), random.Next(2),
            random.NextSingle() < 0.8f ? float.NaN : random.Next(3),
        }).ToArray();
        var labels = rows.Select(row => random.NextSingle() < (row[0] + (row[1] > 3 ? 0.5f : 0) + (float.IsNaN(row[2]) ? 0.4f : 0)) / 2 ? 1f : 0).ToArray();
        var settings = new TreeSettings { Rounds = 6, LearningRate = 0.3, Leaves = 6, MinRowsInLeaf = minRows, MinHessianInLeaf = 0, L2 = l2, Threads = 1 };

        var values = rows.SelectMany(row => row).ToArray();
        var ours = TreeShop.Score(TreeShop.Train(TreeShop.Rows((values, labels), columns), settings), values);
        var plain = new PlainBoosting(rows, labels, 0.3, 6, minRows, l2).Train(6);

        Assert.All(plain.Zip(ours), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.True(ours.Distinct().Count() > 4);
    }
}
