using Recommender.Ranking.Features;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Learning;

/// <summary>
/// The trees of a model, laid out to sum a row's path contributions by the kind of reason that a feature is part of: what
/// <see cref="RankerModel.Contributions"/> gives per feature, in single precision and several times faster, since each
/// recommendation has a reason. Immutable and thread-safe.
/// </summary>
internal sealed class ReasonTrees
{
    /// <summary>Kinds of reasons, and a last one for features that are the same for all of a user's candidates.</summary>
    public static readonly int Kinds = Enum.GetValues<ReasonKind>().Length + 1;

    private readonly Node[] _nodes;
    private readonly int[] _roots;

    /// <summary>Lays a model's trees out.</summary>
    /// <exception cref="ArgumentException">A tree asks for categories, which no feature of the catalogue has.</exception>
    public ReasonTrees(RankerModel model)
    {
        List<Node> nodes = [];
        List<int> roots = [];
        foreach (var (trees, share) in Models(model))
        {
            foreach (var tree in trees.TreeList.Where(tree => tree.Leaves > 1))
            {
                roots.Add(nodes.Count);
                AddNodes(tree, share, nodes);
            }
        }

        (_nodes, _roots) = ([.. nodes], [.. roots]);
    }

    /// <summary>Sums what the features of each kind add to the margins of some rows.</summary>
    /// <param name="rows">Rows of features, one after another.</param>
    /// <param name="width">Features of a row.</param>
    /// <param name="chosen">Which of the rows.</param>
    /// <param name="byKind">Receives the sums, <see cref="Kinds"/> of them for each chosen row, over what it held.</param>
    public void Sum(ReadOnlySpan<float> rows, int width, ReadOnlySpan<int> chosen, Span<float> byKind)
    {
        byKind.Clear();
        // All rows go through a tree before the next one: a tree is small and all trees are not.
        foreach (var root in _roots)
        {
            for (var place = 0; place < chosen.Length; place++)
            {
                Add(root, rows.Slice(chosen[place] * width, width), byKind.Slice(place * Kinds, Kinds));
            }
        }
    }

    private void Add(int root, ReadOnlySpan<float> row, Span<float> byKind)
    {
        for (var at = root; at >= 0;)
        {
            ref readonly var node = ref _nodes[at];
            var value = row[node.Feature];
            var isLeft = value <= node.Threshold || (node.MissingLeft && float.IsNaN(value));
            byKind[node.Kind] += isLeft ? node.LeftChange : node.RightChange;
            at = isLeft ? node.Left : node.Right;
        }
    }

    private static IEnumerable<(TreeModel Trees, double Share)> Models(RankerModel model) =>
        model.Logistic.Select(trees => (trees, 1.0 / model.Logistic.Count))
            .Concat(model.Ranking.Select(trees => (trees, model.Settings.RankingWeight / model.Ranking.Count)));

    private static void AddNodes(Tree tree, double share, List<Node> nodes)
    {
        var first = nodes.Count;
        for (var node = 0; node < tree.Feature.Length; node++)
        {
            if (tree.Categories[node] is not null)
            {
                throw new ArgumentException($"The tree asks for categories of feature {tree.Feature[node]}.", nameof(tree));
            }

            nodes.Add(new Node
            {
                Feature = (short)tree.Feature[node],
                Kind = (byte)((int?)FeatureCatalogue.Reasons[tree.Feature[node]] ?? Kinds - 1),
                MissingLeft = tree.MissingLeft[node],
                Threshold = tree.Threshold[node],
                Left = tree.Left[node] >= 0 ? first + tree.Left[node] : -1,
                Right = tree.Right[node] >= 0 ? first + tree.Right[node] : -1,
                LeftChange = (float)(share * (tree.Value(tree.Left[node]) - tree.NodeValue[node])),
                RightChange = (float)(share * (tree.Value(tree.Right[node]) - tree.NodeValue[node])),
            });
        }
    }

    private readonly struct Node
    {
        public float Threshold { get; init; }

        public int Left { get; init; }

        public int Right { get; init; }

        public float LeftChange { get; init; }

        public float RightChange { get; init; }

        public short Feature { get; init; }

        public byte Kind { get; init; }

        public bool MissingLeft { get; init; }
    }
}
