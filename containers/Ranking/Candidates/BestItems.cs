namespace Recommender.Ranking.Candidates;

/// <summary>Keeps the best of the offered products: score descending, then the lower product. Reused from user to user.</summary>
/// <param name="capacity">How many to keep, at least 0.</param>
internal sealed class BestItems(int capacity)
{
    private readonly int[] _items = new int[capacity];
    private readonly float[] _scores = new float[capacity];
    private int _count;

    /// <summary>The products kept, best first.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, _count);

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = 0;

    /// <returns>Whether the product is among the best so far.</returns>
    public bool Offer(int item, float score)
    {
        if (_count == capacity && (capacity == 0 || !Precedes(item, score, capacity - 1)))
        {
            return false;
        }

        var slot = _count < capacity ? _count++ : capacity - 1;
        for (; slot > 0 && Precedes(item, score, slot - 1); slot--)
        {
            (_items[slot], _scores[slot]) = (_items[slot - 1], _scores[slot - 1]);
        }

        (_items[slot], _scores[slot]) = (item, score);
        return true;
    }

    private bool Precedes(int item, float score, int slot) =>
        score != _scores[slot] ? score > _scores[slot] : item < _items[slot];
}
