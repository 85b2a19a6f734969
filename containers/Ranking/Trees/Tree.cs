namespace Recommender.Ranking.Trees;

/// <summary>
/// One tree. Inner node i asks for <see cref="Feature"/>[i]: a row goes left where its value is at most
/// <see cref="Threshold"/>[i], or one of <see cref="Categories"/>[i] where these are not null; NaN, and a category that is not
/// listed, goes as told. Node 0 is the root; a child c is an inner node where c ≥ 0 and leaf ~c otherwise. All values are
/// multiples of <see cref="ValueGrid"/>'s step, so that their sums in double are exact in any order.
/// </summary>
internal sealed class Tree
{
    /// <summary>Per inner node, the column.</summary>
    public required int[] Feature { get; init; }

    /// <summary>Per inner node, the largest value that goes left; +∞ where only NaN goes right.</summary>
    public required float[] Threshold { get; init; }

    /// <summary>Per inner node, the values that go left, ascending; null for numeric features.</summary>
    public required float[]?[] Categories { get; init; }

    /// <summary>Per inner node, whether NaN goes left.</summary>
    public required bool[] MissingLeft { get; init; }

    /// <summary>Per inner node, its left child.</summary>
    public required int[] Left { get; init; }

    /// <summary>Per inner node, its right child.</summary>
    public required int[] Right { get; init; }

    /// <summary>Per inner node, how much (times two) the split lowered the training loss.</summary>
    public required float[] Gain { get; init; }

    /// <summary>Per inner node, the mean of the leaves below over their training rows.</summary>
    public required double[] NodeValue { get; init; }

    /// <summary>Per leaf, what it adds to the margin.</summary>
    public required double[] LeafValue { get; init; }

    /// <summary>How many leaves there are, at least 1.</summary>
    public int Leaves => LeafValue.Length;

    /// <summary>The mean of all leaves over their training rows.</summary>
    public double RootValue => NodeValue.Length > 0 ? NodeValue[0] : LeafValue[0];

    /// <summary>The child that a row goes to from an inner node.</summary>
    public int Next(int node, ReadOnlySpan<float> row)
    {
        var value = row[Feature[node]];
        var left = float.IsNaN(value) ? MissingLeft[node]
            : Categories[node] is { } categories ? categories.AsSpan().BinarySearch(value) >= 0
            : value <= Threshold[node];
        return left ? Left[node] : Right[node];
    }

    /// <summary>The value of a node or, for a child below 0, of a leaf.</summary>
    public double Value(int child) => child >= 0 ? NodeValue[child] : LeafValue[~child];
}
