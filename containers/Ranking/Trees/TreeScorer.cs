using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recommender.Ranking.Trees;

/// <summary>
/// Scores rows, sixteen at a time. Where rows are too wide for that, or few rows are left, rows walk through each tree;
/// margins are the same to the last bit (<see cref="ValueGrid"/>).
/// </summary>
internal sealed unsafe class TreeScorer(IReadOnlyList<Tree> trees, int features, double baseMargin)
{
    /// <summary>Wider rows do not fit the stack sixteen at a time.</summary>
    private const int MostFeatures = 2048;

    /// <summary>So few rows are faster one by one.</summary>
    private const int FewRows = 3;

    private readonly Tree[] _trees = [.. trees];
    private readonly ScoringChunk[]? _chunks = features <= MostFeatures ? ScoringChunkBuilder.Build(trees) : null;

    /// <summary>Scores rows; allocates nothing.</summary>
    [SkipLocalsInit]
    public void Score(ReadOnlySpan<float> rows, Span<float> margins)
    {
        var first = 0;
        if (_chunks is not null && margins.Length > FewRows)
        {
            var words = stackalloc byte[(ScoringChunk.MostWords + 1) * sizeof(Vector512<uint>)];
            var values = stackalloc byte[(features + 1) * sizeof(Vector512<float>)];
            for (; margins.Length - first > FewRows; first = Math.Min(margins.Length, first + ScoringChunk.Rows))
            {
                Block(rows[(first * features)..], margins[first..], ScoringChunk.Aligned<uint>(words), ScoringChunk.Aligned<float>(values));
            }
        }

        for (; first < margins.Length; first++)
        {
            margins[first] = (float)Margin(rows.Slice(first * features, features));
        }
    }

    private void Block(ReadOnlySpan<float> rows, Span<float> margins, Vector512<uint>* words, Vector512<float>* values)
    {
        var count = Math.Min(ScoringChunk.Rows, margins.Length);
        var sums = stackalloc double[ScoringChunk.Rows];
        for (var row = 0; row < ScoringChunk.Rows; row++)
        {
            // Lanes without a row of their own repeat the last one.
            ScoringChunk.Put(rows.Slice(Math.Min(row, count - 1) * features, features), row, values);
            sums[row] = baseMargin;
        }

        foreach (var chunk in _chunks!)
        {
            chunk.Add(values, words, sums);
        }

        for (var row = 0; row < count; row++)
        {
            margins[row] = (float)sums[row];
        }
    }

    private double Margin(ReadOnlySpan<float> row)
    {
        var margin = baseMargin;
        foreach (var tree in _trees)
        {
            var node = tree.Leaves > 1 ? 0 : -1;
            while (node >= 0)
            {
                node = tree.Next(node, row);
            }

            margin += tree.LeafValue[~node];
        }

        return margin;
    }
}
