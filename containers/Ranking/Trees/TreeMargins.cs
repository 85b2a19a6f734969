using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Trees;

/// <summary>The margins of rows after the trees so far.</summary>
internal sealed unsafe class TreeMargins
{
    private const int RowsPerRange = 8192;
    private readonly TreeRows _rows;
    private readonly int _threads;

    public TreeMargins(TreeRows rows, double start, int threads)
    {
        (_rows, _threads) = (rows, threads);
        Values = new double[rows.Rows];
        Values.AsSpan().Fill(start);
    }

    /// <summary>A margin per row.</summary>
    public double[] Values { get; }

    /// <summary>Adds a tree whose leaves are known for all rows.</summary>
    public void Add(Tree tree, IReadOnlyList<GrowingLeaf> leaves, int[] order, CancellationToken cancellationToken) =>
        ParallelRanges.Run(
            leaves.Count, 1, _threads, () => 0,
            (leaf, _, _) =>
            {
                var value = tree.LeafValue[leaf];
                foreach (var row in order.AsSpan(leaves[leaf].Start, leaves[leaf].Count))
                {
                    Values[row] += value;
                }
            },
            cancellationToken);

    /// <summary>Adds a tree by sending all rows through it.</summary>
    public void Add(GrownTree tree, CancellationToken cancellationToken)
    {
        var stride = _rows.Edges.Layout.Stride;
        ParallelRanges.Run(
            _rows.Rows, RowsPerRange, _threads, () => 0,
            (first, end, _) =>
            {
                var codes = _rows.Codes;
                for (var row = first; row < end; row++)
                {
                    Values[row] += tree.Tree.LeafValue[tree.Leaf(codes + ((long)row * stride))];
                }
            },
            cancellationToken);
    }
}
