namespace Recommender.Ranking.Trees;

/// <summary>What a leaf asks of its splits.</summary>
internal readonly struct SplitLimits
{
    private readonly ulong _possible;
    private readonly ulong _sure;
    private readonly int _minRows;
    private readonly double _minHessian;

    public SplitLimits(TreeSettings settings, GradientPacker packer, GrowingLeaf leaf, in LeafGain gain)
    {
        Leaf = leaf;
        Parent = gain.Score(leaf.Sum, leaf.L2);
        // Sums are whole numbers drawn around the true ones: what is smaller than this is noise.
        MinGain = Math.Max(settings.MinGain, Math.Abs(Parent) * 1e-6);
        CategoricalL2 = settings.CategoricalL2;
        _minRows = settings.MinRowsInLeaf;
        _minHessian = settings.MinHessianInLeaf;
        _possible = (ulong)_minRows * packer.LeastHessian;
        _sure = _minRows == 1 ? 1 : (ulong)_minRows * packer.LargestHessian;
    }

    /// <summary>The leaf.</summary>
    public GrowingLeaf Leaf { get; }

    /// <summary>What the leaf is worth unsplit.</summary>
    public double Parent { get; }

    /// <summary>A split gains more than this.</summary>
    public double MinGain { get; }

    /// <summary>L2 that categorical splits add.</summary>
    public double CategoricalL2 { get; }

    /// <summary>Whether sides with these sums (and, where they were counted, this many rows) may have rows and hessian enough.</summary>
    /// <param name="left">The left side's sums.</param>
    /// <param name="right">The right side's sums.</param>
    /// <param name="leftRows">Rows on the left, or -1 where they were not counted.</param>
    /// <param name="gain">Tells the hessian.</param>
    /// <param name="counted">Whether that is sure.</param>
    public bool Allow(long left, long right, int leftRows, in LeafGain gain, out bool counted)
    {
        ulong least = Math.Min(PackedSum.Hessian(left), PackedSum.Hessian(right));
        counted = leftRows >= 0 || least >= _sure;
        return least > 0
            && (leftRows < 0 ? least >= _possible : leftRows >= _minRows && Leaf.Count - leftRows >= _minRows)
            && gain.Hessian(left) >= _minHessian && gain.Hessian(right) >= _minHessian;
    }
}
