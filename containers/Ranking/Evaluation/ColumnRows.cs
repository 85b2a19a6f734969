using System.Numerics;

namespace Recommender.Ranking.Evaluation;

/// <summary>
/// Columns laid out by user, or by group of users, for drawing whole rows: the numerators, then each different column of weights
/// once. Rows are as long as whole vectors.
/// </summary>
internal sealed class ColumnRows
{
    private readonly double[] _cells;
    private readonly int[] _weightOfColumn;

    /// <summary>Lays columns over the same users out, a row a user.</summary>
    public ColumnRows(IReadOnlyList<MetricColumn> columns)
    {
        Count = columns.Count == 0 ? 0 : columns[0].Numerators.Length;
        var weights = new List<double[]>();
        _weightOfColumn = [.. columns.Select(column => columns.Count + Index(weights, column.Weights))];
        var lane = Vector<double>.Count;
        Width = (columns.Count + weights.Count + lane - 1) / lane * lane;
        _cells = new double[checked(Count * Width)];
        for (var column = 0; column < columns.Count + weights.Count; column++)
        {
            var source = column < columns.Count ? columns[column].Numerators : weights[column - columns.Count];
            for (var user = 0; user < source.Length; user++)
            {
                _cells[(user * Width) + column] = source[user];
            }
        }
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Cells of a row.</summary>
    public int Width { get; }

    /// <summary>A row.</summary>
    public ReadOnlySpan<double> Row(int row) => _cells.AsSpan(row * Width, Width);

    /// <summary>A column's value in a sum of rows; NaN where its weights are 0.</summary>
    public double Value(int column, ReadOnlySpan<double> sums) => sums[_weightOfColumn[column]] > 0 ? sums[column] / sums[_weightOfColumn[column]] : double.NaN;

    private static int Index(List<double[]> weights, double[] of)
    {
        var index = weights.FindIndex(known => known.AsSpan().SequenceEqual(of));
        if (index >= 0)
        {
            return index;
        }

        weights.Add(of);
        return weights.Count - 1;
    }
}
