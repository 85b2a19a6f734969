namespace Recommender.Ranking.Trees;

/// <summary>What a leaf asks of its splits.</summary>
internal readonly struct SplitLimits
{
    private readonly long _least;
    private readonly long _sure;
    private readonly int _minRows;

    public SplitLimits(TreeSettings settings, GradientPacker packer, GrowingLeaf leaf, in LeafGain gain)
    {
        Leaf = leaf;
        Parent = gain.Score(leaf.Sum, leaf.L2);
        // Sums are whole numbers drawn around the true ones: what is smaller than this is noise.
        MinGain = Math.Max(settings.MinGain, Math.Abs(Parent) * 1e-6);
        CategoricalL2 = settings.CategoricalL2;
        _minRows = settings.MinRowsInLeaf;
        // Every row has at least 1 in units.
        _least = Math.Max(1, (long)Math.Min(uint.MaxValue, Math.Ceiling(settings.MinHessianInLeaf / packer.HessianUnit)));
        Possible = Math.Max(_least, _minRows * (long)packer.LeastHessian);
        _sure = _minRows == 1 ? 1 : _minRows * (long)packer.LargestHessian;
    }

    /// <summary>The leaf.</summary>
    public GrowingLeaf Leaf { get; }

    /// <summary>What the leaf is worth unsplit.</summary>
    public double Parent { get; }

    /// <summary>A split gains more than this.</summary>
    public double MinGain { get; }

    /// <summary>L2 that categorical splits add.</summary>
    public double CategoricalL2 { get; }

    /// <summary>The packed hessian that a side must have at least, as long as its rows were not counted.</summary>
    public long Possible { get; }

    /// <summary>Whether sides with these sums (and, where they were counted, this many rows) may have rows and hessian enough.</summary>
    /// <param name="left">The left side's sums.</param>
    /// <param name="right">The right side's sums.</param>
    /// <param name="leftRows">Rows on the left, or -1 where they were not counted.</param>
    /// <param name="counted">Whether that is sure.</param>
    public bool Allow(long left, long right, int leftRows, out bool counted)
    {
        long least = Math.Min(PackedSum.Hessian(left), PackedSum.Hessian(right));
        counted = leftRows >= 0 || least >= _sure;
        return leftRows < 0 ? least >= Possible : least >= _least && leftRows >= _minRows && Leaf.Count - leftRows >= _minRows;
    }
}
