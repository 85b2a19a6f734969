namespace Recommender.Ranking.Trees;

/// <summary>The inner nodes of a tree that is being grown. Leaf numbers are the order in which leaves came to be.</summary>
internal sealed class GrowingTree(BinEdges edges, TreeSettings settings)
{
    private readonly List<SplitCandidate> _splits = [];
    private readonly List<bool> _missingLeft = [];
    private readonly List<int> _left = [];
    private readonly List<int> _right = [];
    private readonly List<int> _bundles = [];
    private readonly List<byte[]> _goesLeft = [];

    /// <summary>Makes an inner node of a leaf; the leaf's number stays with its left side.</summary>
    /// <param name="leaf">The leaf; afterwards its left side.</param>
    /// <param name="right">Its right side.</param>
    /// <param name="split">The split.</param>
    /// <param name="bundle">The bundle it looks at.</param>
    /// <param name="goesLeft">Per code of the bundle, 1 where rows go left.</param>
    /// <param name="leftIsLarger">Where NaN goes when none was seen: to the side with more rows.</param>
    /// <param name="rightLeaf">The right side's leaf number.</param>
    public void Split(GrowingLeaf leaf, GrowingLeaf right, in SplitCandidate split, int bundle, byte[] goesLeft, bool leftIsLarger, int rightLeaf)
    {
        var node = _splits.Count;
        var number = 0;
        if (leaf.Parent >= 0)
        {
            var side = leaf.IsRight ? _right : _left;
            number = ~side[leaf.Parent];
            side[leaf.Parent] = node;
        }

        _splits.Add(split);
        _left.Add(~number);
        _right.Add(~rightLeaf);
        _missingLeft.Add(split.MissingSeen ? split.MissingLeft : split.Codes is null && leftIsLarger);
        _bundles.Add(bundle);
        _goesLeft.Add(Full(goesLeft, split, bundle, _missingLeft[node]));
        (leaf.Parent, right.Parent) = (node, node);
        (leaf.IsRight, right.IsRight) = (false, true);
    }

    /// <summary>The finished tree.</summary>
    public GrownTree Finish(IReadOnlyList<GrowingLeaf> leaves, Func<GrowingLeaf, LeafGain> gainOf)
    {
        double[] values = [.. leaves.Select(leaf => ValueGrid.Round(gainOf(leaf).Output(leaf.Sum, leaf.L2) * settings.LearningRate))];
        var tree = new Tree
        {
            Feature = [.. _splits.Select(split => split.Feature)],
            Threshold = [.. _splits.Select(split => split.Codes is null ? edges.Threshold(split.Feature, split.Code) : float.NaN)],
            Categories = [.. _splits.Select(CategoriesOf)],
            MissingLeft = [.. _missingLeft],
            Left = [.. _left],
            Right = [.. _right],
            Gain = [.. _splits.Select(split => (float)split.Gain)],
            NodeValue = NodeValues(leaves, values),
            LeafValue = values,
        };
        return new GrownTree(tree, [.. _bundles], [.. _goesLeft]);
    }

    /// <summary>Rows of other sets may lack a value where no row of this leaf did.</summary>
    private byte[] Full(byte[] goesLeft, in SplitCandidate split, int bundle, bool missingLeft)
    {
        var layout = edges.Layout;
        var missing = layout.Codes[split.Feature] - 1;
        for (var code = 0; code < layout.Sizes[bundle]; code++)
        {
            if (layout.CodeOf(split.Feature, code) == missing)
            {
                goesLeft[code] = missingLeft ? (byte)1 : (byte)0;
            }
        }

        return goesLeft;
    }

    private float[]? CategoriesOf(SplitCandidate split)
    {
        if (split.Codes is null)
        {
            return null;
        }

        var codes = edges.Codes(split.Feature) - 1;
        return [.. Enumerable.Range(0, codes).Where(code => split.GoesLeft(code, codes)).Select(code => edges.Value(split.Feature, code))];
    }

    private double[] NodeValues(IReadOnlyList<GrowingLeaf> leaves, double[] values)
    {
        var sums = new double[_splits.Count];
        var rows = new double[_splits.Count];
        for (var node = _splits.Count - 1; node >= 0; node--)
        {
            // Children come after their parent.
            foreach (var child in (int[])[_left[node], _right[node]])
            {
                rows[node] += child >= 0 ? rows[child] : leaves[~child].Count;
                sums[node] += child >= 0 ? sums[child] : leaves[~child].Count * values[~child];
            }
        }

        return [.. sums.Select((sum, node) => ValueGrid.Round(sum / rows[node]))];
    }
}
