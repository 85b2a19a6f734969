namespace Recommender.Ranking.Rankers;

/// <summary>Keeps the best of the offered items in order: score, then popularity, both descending, then product id.</summary>
internal ref struct TopList(Span<ScoredItem> top, ReadOnlySpan<int> popularity)
{
    private readonly Span<ScoredItem> _top = top;
    private readonly ReadOnlySpan<int> _popularity = popularity;

    public int Count { get; private set; }

    /// <returns>Whether the item is among the best so far.</returns>
    public bool Offer(int item, double score, in ItemReason reason)
    {
        if (Count == _top.Length && (Count == 0 || !Precedes(item, score, _top[Count - 1])))
        {
            return false;
        }

        var slot = Count < _top.Length ? Count++ : Count - 1;
        for (; slot > 0 && Precedes(item, score, _top[slot - 1]); slot--)
        {
            _top[slot] = _top[slot - 1];
        }

        _top[slot] = new ScoredItem(item, score, reason);
        return true;
    }

    private readonly bool Precedes(int item, double score, in ScoredItem other)
    {
        if (score != other.Score)
        {
            return score > other.Score;
        }

        var difference = _popularity[item] - _popularity[other.Item];
        return difference != 0 ? difference > 0 : item < other.Item;
    }
}
