using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Recommender.Ranking.Features;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Learning;

/// <summary>
/// The trees of a model, laid out to sum a row's path contributions by the kind of reason that a feature is part of: what
/// <see cref="RankerModel.Contributions"/> gives per feature, in single precision and several times faster, since each
/// recommendation has a reason. Immutable and thread-safe.
/// </summary>
internal sealed unsafe class ReasonTrees
{
    /// <summary>Kinds of reasons, and a last one for features that are the same for all of a user's candidates: at most the floats of a vector.</summary>
    public static readonly int Kinds = Enum.GetValues<ReasonKind>().Length + 1;

    private readonly ScoringChunk[] _chunks;

    /// <summary>Lays a model's trees out.</summary>
    public ReasonTrees(RankerModel model)
    {
        var trees = Models(model).SelectMany(one => one.Trees.TreeList.Select(tree => (Tree: tree, one.Share))).ToList();
        _chunks = ScoringChunkBuilder.Build([.. trees.Select(one => one.Tree)], [.. trees.Select(one => Parts(one.Tree, one.Share))]);
    }

    /// <summary>Sums what the features of each kind add to the margins of some rows.</summary>
    /// <param name="rows">Rows of features, one after another.</param>
    /// <param name="width">Features of a row.</param>
    /// <param name="chosen">Which of the rows.</param>
    /// <param name="byKind">Receives the sums, <see cref="Kinds"/> of them for each chosen row, over what it held.</param>
    [SkipLocalsInit]
    public void Sum(ReadOnlySpan<float> rows, int width, ReadOnlySpan<int> chosen, Span<float> byKind)
    {
        var words = stackalloc byte[(ScoringChunk.MostWords + 1) * sizeof(Vector512<uint>)];
        var values = stackalloc byte[(width + 1) * sizeof(Vector512<float>)];
        var sums = stackalloc Vector256<float>[ScoringChunk.Rows];
        for (var first = 0; first < chosen.Length; first += ScoringChunk.Rows)
        {
            var count = Math.Min(ScoringChunk.Rows, chosen.Length - first);
            new Span<Vector256<float>>(sums, count).Clear();
            Block(rows, width, chosen.Slice(first, count), ScoringChunk.Aligned<uint>(words), ScoringChunk.Aligned<float>(values), sums);
            for (var row = 0; row < count; row++)
            {
                new ReadOnlySpan<float>(sums + row, Kinds).CopyTo(byKind[((first + row) * Kinds)..]);
            }
        }
    }

    private void Block(ReadOnlySpan<float> rows, int width, ReadOnlySpan<int> chosen, Vector512<uint>* words, Vector512<float>* values, Vector256<float>* sums)
    {
        for (var row = 0; row < ScoringChunk.Rows; row++)
        {
            ScoringChunk.Put(rows.Slice(chosen[Math.Min(row, chosen.Length - 1)] * width, width), row, values);
        }

        foreach (var chunk in _chunks)
        {
            chunk.AddParts(values, words, chosen.Length, sums);
        }
    }

    private static IEnumerable<(TreeModel Trees, double Share)> Models(RankerModel model) =>
        model.Logistic.Select(trees => (trees, 1.0 / model.Logistic.Count))
            .Concat(model.Ranking.Select(trees => (trees, model.Settings.RankingWeight / model.Ranking.Count)));

    /// <summary>By leaf, what the features of each kind add on the way there.</summary>
    private static Vector256<float>[] Parts(Tree tree, double share)
    {
        var parts = new Vector256<float>[tree.Leaves];
        Walk(tree.Leaves > 1 ? 0 : ~0, Vector256<float>.Zero);
        return parts;

        void Walk(int node, Vector256<float> soFar)
        {
            if (node < 0)
            {
                parts[~node] = soFar;
                return;
            }

            var kind = (int?)FeatureCatalogue.Reasons[tree.Feature[node]] ?? Kinds - 1;
            foreach (var child in (ReadOnlySpan<int>)[tree.Left[node], tree.Right[node]])
            {
                Walk(child, soFar.WithElement(kind, soFar[kind] + (float)(share * (tree.Value(child) - tree.NodeValue[node]))));
            }
        }
    }
}
