namespace Recommender.Ranking.Trees;

/// <summary>A split by a set of values: rows whose value is not in it lose the leaves of its left side.</summary>
/// <param name="Values">The values that go left, ascending.</param>
/// <param name="MissingLeft">Whether NaN goes left.</param>
/// <param name="Word">The word of leaves.</param>
/// <param name="Clear">The leaves, of that word, that rows lose.</param>
internal sealed record ScoringSet(float[] Values, bool MissingLeft, int Word, uint Clear)
{
    /// <summary>Whether a value keeps the left leaves.</summary>
    public bool Keeps(float value) => float.IsNaN(value) ? MissingLeft : Values.AsSpan().BinarySearch(value) >= 0;
}
