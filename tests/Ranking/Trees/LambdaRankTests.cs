using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Trees;

public class LambdaRankTests
{
    private const int GroupRows = 25;

    [Fact]
    public void Ndcg_of_new_groups_rises()
    {
        var rows = Groups(10_000, 9);
        var model = TreeShop.Train(rows, new TreeSettings { Objective = TreeObjective.LambdaRank, Rounds = 40, Leaves = 15, LearningRate = 0.1, Threads = 2 });
        var (values, labels) = TreeShop.Generate(5000, 10);

        var before = Ndcg([.. values.Where((_, index) => index % TreeShop.Columns.Length == 0)], labels);
        var after = Ndcg(TreeShop.Score(model, values), labels);

        // By the strongest feature alone, and by the model.
        Assert.True(after > before + 0.03, $"NDCG@10 {before:F4} by rate, {after:F4} by the model");
    }

    [Fact]
    public void Derivatives_are_those_of_the_formula()
    {
        // Ranked b, a, c by margin; b and c are worth nothing, a is.
        var rows = TreeShop.Rows(3, 1);
        (rows.Labels[0], rows.Labels[1], rows.Labels[2]) = (1, 0, 0);
        rows.GroupStarts = [0];
        double[] margins = [0.2, 1.2, -0.3];
        var (gradients, hessians) = (new float[3], new float[3]);
        new LambdaRankLoss(rows, 30).Derive(margins, gradients, hessians, 1, CancellationToken.None);

        // A pair's weight: what swapping changes NDCG by (the best DCG is 1), over 0.01 plus the distance.
        var above = (1 - (1 / Math.Log2(3))) / 1.01;
        var below = ((1 / Math.Log2(3)) - 0.5) / 0.51;
        double Wrong(double distance) => 1 / (1 + Math.Exp(distance));
        var (pullB, pullC) = (above * Wrong(0.2 - 1.2), below * Wrong(0.2 - -0.3));
        var scale = Math.Log2(1 + (2 * (pullB + pullC))) / (2 * (pullB + pullC));
        Assert.Equal(-(pullB + pullC) * scale, gradients[0], 1e-6);
        Assert.Equal(pullB * scale, gradients[1], 1e-6);
        Assert.Equal(pullC * scale, gradients[2], 1e-6);
        Assert.Equal(pullB * (1 - Wrong(-1)) * scale, hessians[1], 1e-6);
        Assert.Equal(((pullB * (1 - Wrong(-1))) + (pullC * (1 - Wrong(0.5)))) * scale, hessians[0], 1e-6);
    }

    [Fact]
    public void Groups_must_be_given()
    {
        var fault = Assert.Throws<ArgumentException>(() =>
            TreeShop.Train(TreeShop.Rows(100, 1), new TreeSettings { Objective = TreeObjective.LambdaRank }));

        Assert.Contains("GroupStarts of the training rows must ascend from 0", fault.Message, StringComparison.Ordinal);
    }

    private static TreeRows Groups(int count, int seed)
    {
        var rows = TreeShop.Rows(count, seed);
        rows.GroupStarts = [.. Enumerable.Range(0, count / GroupRows).Select(group => group * GroupRows)];
        return rows;
    }

    private static double Ndcg(float[] margins, float[] labels) => Enumerable.Range(0, margins.Length / GroupRows).Average(group =>
    {
        var rows = Enumerable.Range(group * GroupRows, GroupRows).ToArray();
        double Dcg(IEnumerable<int> order) => order.Take(10).Select((row, position) => labels[row] / Math.Log2(position + 2)).Sum();
        var ideal = Dcg(rows.OrderByDescending(row => labels[row]));
        return ideal > 0 ? Dcg(rows.OrderByDescending(row => margins[row])) / ideal : 1;
    });
}
