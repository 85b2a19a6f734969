namespace Recommender.Ranking.Evaluation;

/// <summary>The lists that a ranker gave to users, item indexes only.</summary>
internal sealed class RankedLists
{
    private const int Empty = -1;

    private readonly int[] _items;
    private readonly int _length;

    /// <summary>Room for so many lists of at most so many items.</summary>
    public RankedLists(int users, int length)
    {
        (_items, _length) = (new int[checked(users * length)], length);
        Array.Fill(_items, Empty);
    }

    /// <summary>The first k of a list, or all of it where it is shorter.</summary>
    public ReadOnlySpan<int> First(int user, int k)
    {
        var items = _items.AsSpan(user * _length, Math.Min(k, _length));
        var end = items.IndexOf(Empty);
        return end < 0 ? items : items[..end];
    }

    /// <summary>The room of a list, to be filled from its start.</summary>
    internal Span<int> Room(int user) => _items.AsSpan(user * _length, _length);
}
