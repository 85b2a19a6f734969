using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Trees;

/// <summary>Generated rows whose labels follow a known rule with noise.</summary>
internal static class TreeShop
{
    /// <summary>Columns: two continuous, two of few values, one mostly missing, one categorical, noise.</summary>
    public static readonly FeatureColumn[] Columns =
    [
        new("rate", "Continuous, 0 to 1."), new("days", "Continuous, skewed."), new("count", "0 to 5."), new("flag", "0 or 1."),
        new("gap", "Mostly unknown."), new("aisle", "A name among 12.", FeatureKind.Categorical), new("noise", "Says nothing."),
    ];

    /// <summary>Values row by row and labels.</summary>
    public static (float[] Values, float[] Labels) Generate(int rows, int seed)
    {
        var random = new Random(seed);
        var values = new float[rows * Columns.Length];
        var labels = new float[rows];
        for (var row = 0; row < rows; row++)
        {
            var at = values.AsSpan(row * Columns.Length, Columns.Length);
            at[0] = random.NextSingle();
            at[1] = -MathF.Log(1 - random.NextSingle()) * 10;
            at[2] = random.Next(6);
            at[3] = random.Next(2);
            at[4] = random.NextSingle() < 0.7f ? float.NaN : random.NextSingle();
            at[5] = random.Next(12);
            at[6] = random.NextSingle();
            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-Rule(at)[0])) ? 1 : 0;
        }

        return (values, labels);
    }

    /// <summary>The log-odds that rows' labels are drawn by.</summary>
    public static float[] Rule(ReadOnlySpan<float> values)
    {
        var margins = new float[values.Length / Columns.Length];
        for (var row = 0; row < margins.Length; row++)
        {
            var at = values.Slice(row * Columns.Length, Columns.Length);
            margins[row] = -2 + (3 * at[0]) - (0.05f * at[1]) + (at[3] == 1 ? 0.5f * at[2] : 0) + (float.IsNaN(at[4]) ? 0.8f : -at[4]) + ((int)at[5] % 3 == 0 ? 1 : -0.5f);
        }

        return margins;
    }

    /// <summary>Generated rows, binned.</summary>
    public static TreeRows Rows(int rows, int seed, BinEdges? edges = null) => Rows(Generate(rows, seed), Columns, edges);

    /// <summary>Binned rows.</summary>
    public static TreeRows Rows((float[] Values, float[] Labels) data, FeatureColumn[] columns, BinEdges? edges = null)
    {
        var rows = new TreeRows(edges ?? BinEdges.FromSample(columns, data.Values), data.Labels.Length);
        rows.Set(0, data.Values);
        data.Labels.CopyTo(rows.Labels);
        return rows;
    }

    /// <summary>The area under the ROC curve; ties count half.</summary>
    public static double Auc(float[] margins, float[] labels)
    {
        var order = Enumerable.Range(0, margins.Length).OrderBy(row => margins[row]).ToArray();
        double below = 0, right = 0;
        for (var first = 0; first < order.Length;)
        {
            var end = first;
            double positive = 0, negative = 0;
            for (; end < order.Length && margins[order[end]] == margins[order[first]]; end++)
            {
                positive += labels[order[end]];
                negative += 1 - labels[order[end]];
            }

            right += positive * (below + (negative / 2));
            below += negative;
            first = end;
        }

        return right / (below * (margins.Length - below));
    }

    /// <summary>A model's file as bytes.</summary>
    public static byte[] Bytes(TreeModel model)
    {
        using var memory = new MemoryStream();
        model.Save(memory);
        return memory.ToArray();
    }

    /// <summary>The margins of rows.</summary>
    public static float[] Score(TreeModel model, float[] values)
    {
        var margins = new float[values.Length / model.Features.Count];
        model.Score(values, margins);
        return margins;
    }

    /// <summary>Trains with our trainer.</summary>
    public static TreeModel Train(TreeRows rows, TreeSettings settings, TreeRows? validation = null) =>
        new GradientBoostedTrees().Train(rows, validation, settings, null, CancellationToken.None);
}
