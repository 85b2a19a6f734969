namespace Recommender.Ranking.Trees;

/// <summary>
/// Rows to train on: codes of values by <see cref="BinEdges"/>, one byte per bundle of features, with a label and a weight
/// each; about as many bytes a row as there are features, or fewer, plus 8.
/// </summary>
internal sealed class TreeRows
{
    private readonly ulong[] _codes;
    private readonly float[] _labels;
    private readonly float[] _weights;

    /// <summary>Makes rows with label 0 and weight 1, whose codes mean nothing until <see cref="Set"/> fills them.</summary>
    /// <param name="edges">The edges.</param>
    /// <param name="rows">How many rows, from 0.</param>
    public TreeRows(BinEdges edges, int rows)
    {
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Edges = edges;
        Rows = rows;
        // Pinned, and counted in words: beyond 2 GiB a byte array ends.
        _codes = GC.AllocateUninitializedArray<ulong>(checked((int)((long)rows * edges.Layout.Stride / sizeof(ulong))), pinned: true);
        _labels = new float[rows];
        _weights = new float[rows];
        _weights.AsSpan().Fill(1);
    }

    /// <summary>The edges that the codes come from.</summary>
    public BinEdges Edges { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>A label per row: 0 to 1 (logistic) or a grade 0 to 31 (LambdaRank).</summary>
    public Span<float> Labels => _labels;

    /// <summary>A weight per row, at least 0; 1 unless set.</summary>
    public Span<float> Weights => _weights;

    /// <summary>
    /// The first row of each group, ascending from 0; a group is what is ranked together: one user's target basket. Null where rows
    /// are not grouped; LambdaRank asks for it.
    /// </summary>
    public int[]? GroupStarts { get; set; }

    /// <summary>Labels for code that cannot hold a span.</summary>
    internal float[] LabelArray => _labels;

    /// <summary>Weights for code that cannot hold a span.</summary>
    internal float[] WeightArray => _weights;

    /// <summary>The codes' address: row by row, <see cref="BundleLayout.Stride"/> bytes each. Valid while this object lives.</summary>
    internal unsafe byte* Codes => (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(_codes));

    /// <summary>Sets the values of consecutive rows. Several threads may set rows at once when no row is set by two.</summary>
    /// <param name="firstRow">The first of them.</param>
    /// <param name="rowMajorRows">Their values, row by row; NaN where unknown.</param>
    public unsafe void Set(int firstRow, ReadOnlySpan<float> rowMajorRows)
    {
        var features = Edges.Features.Count;
        var count = rowMajorRows.Length / features;
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        if (rowMajorRows.Length % features != 0 || count > Rows - firstRow)
        {
            throw new ArgumentException(
                $"{rowMajorRows.Length} values from row {firstRow}: there are {Rows} rows of {features} values.", nameof(rowMajorRows));
        }

        var layout = Edges.Layout;
        var (bundle, divisor) = (layout.Bundle, layout.Divisor);
        var to = Codes + ((long)firstRow * layout.Stride);
        for (var row = 0; row < count; row++, to += layout.Stride)
        {
            new Span<byte>(to, layout.Stride).Clear();
            var values = rowMajorRows.Slice(row * features, features);
            for (var feature = 0; feature < values.Length; feature++)
            {
                to[bundle[feature]] += (byte)(Edges.Code(feature, values[feature]) * divisor[feature]);
            }
        }
    }

    /// <summary>A value with the same code as the one that was set: see <see cref="BinEdges.Value"/>.</summary>
    public unsafe float Value(int row, int feature)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        var layout = Edges.Layout;
        return Edges.Value(feature, layout.CodeOf(feature, Codes[((long)row * layout.Stride) + layout.Bundle[feature]]));
    }
}
