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
