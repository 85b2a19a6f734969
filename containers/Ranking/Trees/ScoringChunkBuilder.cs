using System.Runtime.Intrinsics;

namespace Recommender.Ranking.Trees;

/// <summary>Lays trees out for <see cref="ScoringChunk"/>.</summary>
internal sealed class ScoringChunkBuilder
{
    private readonly List<(int Feature, ScoringSplit Split)> _splits = [];
    private readonly List<(int Feature, ScoringSplit Split)> _missing = [];
    private readonly List<(int Feature, ScoringSet Set)> _sets = [];
    private readonly List<int> _firstWords = [];
    private readonly List<double> _leaves = [];
    private readonly List<Vector256<float>> _parts = [];
    private Tree _tree = null!;
    private Vector256<float>[]? _partsOfTree;
    private int _word;

    /// <summary>Chunks of trees of about the same size, none larger than <see cref="ScoringChunk.MostWords"/>.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="parts">By tree and leaf, what the leaf's value is made of; null where nobody asks.</param>
    public static ScoringChunk[] Build(IReadOnlyList<Tree> trees, IReadOnlyList<Vector256<float>[]>? parts = null)
    {
        var all = trees.Sum(Words);
        var chunks = (all + ScoringChunk.MostWords - 1) / ScoringChunk.MostWords;
        var share = chunks == 0 ? 0 : Math.Min(ScoringChunk.MostWords, (all / chunks) + 1);
        var done = new List<ScoringChunk>();
        for (var first = 0; first < trees.Count;)
        {
            var builder = new ScoringChunkBuilder();
            do
            {
                builder.Add(trees[first], parts?[first]);
                first++;
            }
            while (first < trees.Count && builder._word + Words(trees[first]) <= share);
            done.Add(builder.Finish());
        }

        return [.. done];
    }

    private static int Words(Tree tree) => (tree.Leaves + ScoringChunk.LeavesPerWord - 1) / ScoringChunk.LeavesPerWord;

    private void Add(Tree tree, Vector256<float>[]? parts)
    {
        (_tree, _partsOfTree) = (tree, parts);
        _firstWords.Add(_word);
        Walk(tree.Leaves > 1 ? 0 : -1);
        _word += Words(tree);
        while (_leaves.Count < _word * ScoringChunk.LeavesPerWord)
        {
            AddLeaf(0, default);
        }
    }

    private void AddLeaf(double value, Vector256<float> parts)
    {
        _leaves.Add(value);
        if (_partsOfTree is not null)
        {
            _parts.Add(parts);
        }
    }

    /// <summary>Numbers the leaves below a node from left to right.</summary>
    private void Walk(int node)
    {
        if (node < 0)
        {
            AddLeaf(_tree.LeafValue[~node], _partsOfTree?[~node] ?? default);
            return;
        }

        var first = _leaves.Count;
        Walk(_tree.Left[node]);
        Clear(node, first, _leaves.Count);
        Walk(_tree.Right[node]);
    }

    /// <summary>Rows that go right at a node lose its left leaves, which may lie in several words.</summary>
    private void Clear(int node, int first, int end)
    {
        const int Length = ScoringChunk.LeavesPerWord;
        for (var word = first / Length; word * Length < end; word++)
        {
            var from = Math.Max(first, word * Length) - (word * Length);
            var to = Math.Min(end, (word + 1) * Length) - (word * Length);
            var clear = (uint)(((1UL << (to - from)) - 1) << from);
            if (_tree.Categories[node] is { } values)
            {
                _sets.Add((_tree.Feature[node], new ScoringSet(values, _tree.MissingLeft[node], word, clear)));
                continue;
            }

            var split = new ScoringSplit(_tree.Threshold[node], word, clear);
            _splits.Add((_tree.Feature[node], split));
            if (!_tree.MissingLeft[node])
            {
                _missing.Add((_tree.Feature[node], split));
            }
        }
    }

    private ScoringChunk Finish()
    {
        var splits = _splits.OrderBy(one => one.Feature).ThenBy(one => one.Split.Threshold).ToArray();
        var missing = _missing.OrderBy(one => one.Feature).ToArray();
        var features = _splits.Select(one => one.Feature).Concat(_sets.Select(one => one.Feature)).Distinct().Order().Select(feature =>
        {
            var (first, missingFirst) = (splits.Count(one => one.Feature < feature), missing.Count(one => one.Feature < feature));
            return new ScoringFeature(
                feature, first, first + splits.Count(one => one.Feature == feature), missingFirst, missingFirst + missing.Count(one => one.Feature == feature),
                [.. _sets.Where(one => one.Feature == feature).Select(one => one.Set)]);
        });
        return new ScoringChunk(
            [.. features], [.. splits.Select(one => one.Split)], [.. missing.Select(one => one.Split)], [.. _firstWords, _word], [.. _leaves], [.. _parts]);
    }
}
