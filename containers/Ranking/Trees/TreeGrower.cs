namespace Recommender.Ranking.Trees;

/// <summary>
/// Grows trees leaf-wise: the leaf whose best split gains most is split next. Of two new leaves only the smaller one's histogram is
/// summed over rows; the other is the difference to the parent's.
/// </summary>
internal sealed class TreeGrower
{
    private readonly TreeRows _rows;
    private readonly TreeSettings _settings;
    private readonly TreeHistograms _histograms;
    private readonly RowPartition _partition;
    private readonly SplitFinder _finder;

    public TreeGrower(TreeRows rows, TreeSettings settings)
    {
        (_rows, _settings) = (rows, settings);
        _histograms = new TreeHistograms(rows, settings.Threads);
        _partition = new RowPartition(rows, settings.Threads);
        _finder = new SplitFinder(rows, settings, _histograms, _partition);
    }

    /// <summary>Row numbers; the first ones are the tree's sample, set before <see cref="Grow"/>, which sorts them by leaf.</summary>
    public int[] Rows => _partition.Rows;

    /// <summary>Grows a tree.</summary>
    /// <param name="sample">How many of <see cref="Rows"/> it sees.</param>
    /// <param name="features">The columns it sees, ascending.</param>
    /// <param name="packer">The derivatives.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The tree and its leaves, in the tree's order; null where not even the root can be split.</returns>
    public (GrownTree Tree, IReadOnlyList<GrowingLeaf> Leaves)? Grow(
        int sample, int[] features, GradientPacker packer, CancellationToken cancellationToken)
    {
        var bundles = new BundleChoice(_rows.Edges.Layout, features);
        var root = new GrowingLeaf { Count = sample, Histogram = _histograms.Rent(), L2 = _settings.L2 };
        _histograms.Fill(root.Histogram, Rows, 0, sample, packer.Packed, bundles, cancellationToken);
        root.Sum = SumOf(root.Histogram, bundles.All[0]);
        root.Best = _finder.Find(root, features, packer, cancellationToken);
        var growing = new GrowingTree(_rows.Edges, _settings);
        var leaves = new List<GrowingLeaf> { root };
        while (leaves.Count < _settings.Leaves && Next(leaves) is { } leaf)
        {
            var right = Split(leaf, growing, leaves.Count, packer, cancellationToken);
            leaves.Add(right);
            if (leaves.Count < _settings.Leaves)
            {
                FillHistograms(leaf, right, packer, bundles, cancellationToken);
                FindSplit(leaf, features, packer, cancellationToken);
                FindSplit(right, features, packer, cancellationToken);
            }
        }

        foreach (var leaf in leaves)
        {
            Release(leaf);
        }

        return leaves.Count == 1 ? null : (growing.Finish(leaves, leaf => _finder.GainOf(leaf, packer)), leaves);
    }

    private static GrowingLeaf? Next(List<GrowingLeaf> leaves)
    {
        var best = leaves[0];
        foreach (var leaf in leaves)
        {
            best = leaf.Best.Gain > best.Best.Gain ? leaf : best;
        }

        return best.Best.Feature >= 0 ? best : null;
    }

    /// <summary>Splits a leaf, which becomes its own left side.</summary>
    private GrowingLeaf Split(GrowingLeaf leaf, GrowingTree growing, int rightLeaf, GradientPacker packer, CancellationToken cancellationToken)
    {
        var split = leaf.Best;
        var goesLeft = new byte[256];
        var layout = _rows.Edges.Layout;
        var bundle = layout.Bundle[split.Feature];
        var missing = layout.Codes[split.Feature] - 1;
        for (var code = 0; code < layout.Sizes[bundle]; code++)
        {
            goesLeft[code] = split.GoesLeft(layout.CodeOf(split.Feature, code), missing) ? (byte)1 : (byte)0;
        }

        var left = _partition.Split(leaf.Start, leaf.Count, bundle, goesLeft, cancellationToken);
        var right = new GrowingLeaf { Start = leaf.Start + left, Count = leaf.Count - left, Sum = leaf.Sum - split.Left, Lower = leaf.Lower, Upper = leaf.Upper };
        growing.Split(leaf, right, split, bundle, goesLeft, leftIsLarger: left >= right.Count, rightLeaf);
        right.L2 = split.Codes is null ? _settings.L2 : _settings.L2 + _settings.CategoricalL2;
        Bound(leaf, right, split, packer);
        (leaf.Count, leaf.Sum, leaf.L2, leaf.Best) = (left, split.Left, right.L2, SplitCandidate.None);
        return right;
    }

    /// <summary>A monotone split parts the outputs below it at the middle of its sides' outputs.</summary>
    private void Bound(GrowingLeaf leaf, GrowingLeaf right, in SplitCandidate split, GradientPacker packer)
    {
        var monotone = _rows.Edges.Features[split.Feature].Monotone;
        if (monotone == 0)
        {
            return;
        }

        var gain = _finder.GainOf(leaf, packer);
        var middle = (gain.Output(split.Left, right.L2) + gain.Output(right.Sum, right.L2)) / 2;
        if (monotone > 0)
        {
            (leaf.Upper, right.Lower) = (middle, middle);
        }
        else
        {
            (leaf.Lower, right.Upper) = (middle, middle);
        }
    }

    private void FillHistograms(GrowingLeaf left, GrowingLeaf right, GradientPacker packer, BundleChoice bundles, CancellationToken cancellationToken)
    {
        var (small, large) = left.Count <= right.Count ? (left, right) : (right, left);
        var parent = left.Histogram!;
        (left.Histogram, right.Histogram) = (null, null);
        if (!CanSplit(large))
        {
            _histograms.Return(parent);
            return;
        }

        small.Histogram = _histograms.Rent();
        _histograms.Fill(small.Histogram, Rows, small.Start, small.Count, packer.Packed, bundles, cancellationToken);
        _histograms.Subtract(parent, small.Histogram, bundles);
        large.Histogram = parent;
        if (!CanSplit(small))
        {
            Release(small);
        }
    }

    private bool CanSplit(GrowingLeaf leaf) => leaf.Count >= 2L * _settings.MinRowsInLeaf;

    private void FindSplit(GrowingLeaf leaf, int[] features, GradientPacker packer, CancellationToken cancellationToken)
    {
        if (leaf.Histogram is not null)
        {
            leaf.Best = _finder.Find(leaf, features, packer, cancellationToken);
            if (leaf.Best.Feature < 0)
            {
                Release(leaf);
            }
        }
    }

    private void Release(GrowingLeaf leaf)
    {
        if (leaf.Histogram is { } histogram)
        {
            _histograms.Return(histogram);
            leaf.Histogram = null;
        }
    }

    private long SumOf(long[] histogram, int bundle)
    {
        var sum = 0L;
        foreach (var bin in histogram.AsSpan(bundle * BundleLayout.MostCodes, _rows.Edges.Layout.Sizes[bundle]))
        {
            sum += bin;
        }

        return sum;
    }
}
