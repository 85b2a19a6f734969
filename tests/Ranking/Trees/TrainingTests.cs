using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Trees;

public class TrainingTests
{
    private static readonly TreeSettings Quick = new() { Rounds = 20, Leaves = 8, MinRowsInLeaf = 1, LearningRate = 0.1, Threads = 1 };

    [Fact]
    public void Training_stops_when_validation_rows_no_longer_gain_and_keeps_the_best_trees()
    {
        var rows = TreeShop.Rows(1500, 50);
        var (values, labels) = TreeShop.Generate(1500, 51);
        var reports = new Reports();
        var settings = Quick with { Rounds = 500, Leaves = 31, LearningRate = 0.3, EarlyStoppingRounds = 10 };

        var model = new GradientBoostedTrees().Train(rows, TreeShop.Rows((values, labels), TreeShop.Columns, rows.Edges), settings, reports, CancellationToken.None);

        Assert.InRange(model.Trees, 2, 100);
        Assert.Equal(model.Trees + 10, reports.All.Count);
        Assert.Equal(model.Trees, reports.All[^1].GoodRound);
        Assert.Equal(reports.All[model.Trees - 1].Validation, reports.All.Min(report => report.Validation));
        var loss = TreeShop.Score(model, values).Zip(labels).Average(pair => Math.Log(1 + Math.Exp(pair.Second == 1 ? -pair.First : pair.First)));
        Assert.Equal(loss, reports.All[model.Trees - 1].Validation, 1e-6);
    }

    [Fact]
    public void With_tolerance_trees_are_kept_up_to_the_last_round_that_is_nearly_as_good_as_the_best()
    {
        const double Tolerance = 0.02;
        var rows = TreeShop.Rows(1500, 50);
        var validation = TreeShop.Rows(TreeShop.Generate(1500, 51), TreeShop.Columns, rows.Edges);
        var reports = new Reports();
        var settings = Quick with { Rounds = 500, Leaves = 31, LearningRate = 0.3, EarlyStoppingRounds = 10 };

        var best = new GradientBoostedTrees().Train(rows, validation, settings, null, CancellationToken.None);
        var model = new GradientBoostedTrees().Train(rows, validation, settings with { EarlyStoppingTolerance = Tolerance }, reports, CancellationToken.None);

        var losses = reports.All.Select(report => report.Validation).ToArray();
        Assert.True(best.Trees < model.Trees);
        Assert.Equal(model.Trees + 10, losses.Length);
        Assert.True(losses[model.Trees - 1] <= losses.Min() * (1 + Tolerance));
        Assert.All(losses[model.Trees..], loss => Assert.True(loss > losses.Min() * (1 + Tolerance)));
    }

    [Fact]
    public void Rounds_that_grow_no_tree_count_towards_stopping()
    {
        // No split of a constant says anything, whatever rows a round draws.
        var values = new float[600];
        var labels = Enumerable.Range(0, 600).Select(row => (float)(row % 2)).ToArray();
        var rows = TreeShop.Rows((values, labels), [new("x", "")]);
        var reports = new Reports();

        var model = new GradientBoostedTrees().Train(
            rows, TreeShop.Rows((values, labels), [new("x", "")], rows.Edges), Quick with { Rounds = 500, RowFraction = 0.5, EarlyStoppingRounds = 10 }, reports, CancellationToken.None);

        Assert.Equal(0, model.Trees);
        Assert.Equal(10, reports.All.Count);
        Assert.Equal(0, reports.All[^1].GoodRound);
    }

    [Fact]
    public void A_weight_counts_like_copies_of_the_row()
    {
        var (values, labels) = TreeShop.Generate(600, 52);
        var weighted = TreeShop.Rows((values, labels), TreeShop.Columns);
        var copies = Enumerable.Range(0, 600).SelectMany(row => Enumerable.Repeat(row, 1 + (row % 3))).ToArray();
        for (var row = 0; row < 600; row++)
        {
            weighted.Weights[row] = 1 + (row % 3);
        }

        var width = TreeShop.Columns.Length;
        var copied = TreeShop.Rows(
            ([.. copies.SelectMany(row => values[(row * width)..((row + 1) * width)])], [.. copies.Select(row => labels[row])]), TreeShop.Columns, weighted.Edges);

        var byWeight = TreeShop.Score(TreeShop.Train(weighted, Quick), values);
        var byCopies = TreeShop.Score(TreeShop.Train(copied, Quick), values);

        Assert.All(byWeight.Zip(byCopies), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.Contains(TreeShop.Score(TreeShop.Train(TreeShop.Rows((values, labels), TreeShop.Columns), Quick), values).Zip(byWeight), pair => Math.Abs(pair.First - pair.Second) > 0.01);
    }

    [Fact]
    public void Rows_of_weight_zero_say_nothing()
    {
        var (values, labels) = TreeShop.Generate(800, 53);
        byte[] Train(float label)
        {
            var rows = TreeShop.Rows((values, labels), TreeShop.Columns);
            for (var row = 0; row < 800; row += 4)
            {
                (rows.Weights[row], rows.Labels[row]) = (0, label);
            }

            return TreeShop.Bytes(TreeShop.Train(rows, Quick));
        }

        Assert.Equal(Train(0), Train(1));
    }

    [Theory]
    [InlineData("one class")]
    [InlineData("constant features")]
    [InlineData("all missing")]
    [InlineData("one row")]
    public void Where_nothing_can_be_learnt_the_model_is_the_mean(string what)
    {
        var (values, labels) = TreeShop.Generate(what == "one row" ? 1 : 400, 54);
        switch (what)
        {
            case "one class": Array.Fill(labels, 1f); break;
            case "constant features": Array.Fill(values, 3f); break;
            case "all missing": Array.Fill(values, float.NaN); break;
        }

        var model = TreeShop.Train(TreeShop.Rows((values, labels), TreeShop.Columns), Quick);

        var mean = Math.Clamp(labels.Average(label => (double)label), 1e-6, 1 - 1e-6);
        Assert.Equal(0, model.Trees);
        Assert.All(TreeShop.Score(model, values), margin => Assert.Equal(Math.Log(mean / (1 - mean)), margin, 1e-4));
        Assert.Equal(TreeShop.Bytes(model), TreeShop.Bytes(TreeModel.Load(new MemoryStream(TreeShop.Bytes(model)), "mean.trees")));
    }

    [Fact]
    public void Faults_of_rows_are_listed_together()
    {
        var rows = TreeShop.Rows(10, 55);
        rows.Labels[3] = float.NaN;
        rows.Weights[4] = -1;

        var fault = Assert.Throws<ArgumentException>(() => TreeShop.Train(rows, Quick, TreeShop.Rows(5, 56)));

        Assert.Equal(
            "Tree rows: The label of training row 3 is NaN; it must be 0 to 1. The weight of training row 4 is -1; it must be at least 0 and finite. "
            + "Validation rows must be binned by the training rows' edges.",
            fault.Message);
        Assert.Contains("There are no training rows.", Assert.Throws<ArgumentException>(() => TreeShop.Train(new TreeRows(rows.Edges, 0), Quick)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_training_ends() => Assert.Throws<OperationCanceledException>(() =>
        new GradientBoostedTrees().Train(TreeShop.Rows(100, 57), null, Quick, null, new CancellationToken(canceled: true)));

    private sealed class Reports : IProgress<TreeProgress>
    {
        public List<TreeProgress> All { get; } = [];

        public void Report(TreeProgress value) => All.Add(value);
    }
}
