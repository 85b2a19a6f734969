namespace Recommender.Ranking.Rankers;

/// <summary>The lists of a block of users, to be reused from block to block: about 40 bytes a user and place.</summary>
internal sealed class RankedBlock
{
    private readonly int[] _users;
    private readonly int[] _counts;
    private readonly ScoredItem[] _items;

    /// <summary>Room for so many users, at least 1, with so many items each, at least 1.</summary>
    public RankedBlock(int capacity, int itemsPerUser)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(itemsPerUser, 1);
        ItemsPerUser = itemsPerUser;
        (_users, _counts, _items) = (new int[capacity], new int[capacity], new ScoredItem[checked(capacity * itemsPerUser)]);
    }

    /// <summary>The longest list: k.</summary>
    public int ItemsPerUser { get; }

    /// <summary>Users in the block now.</summary>
    public int Count { get; private set; }

    /// <summary>Index of the user at a position in 0 … <see cref="Count"/> − 1.</summary>
    public int User(int position) => _users[position];

    /// <summary>The list of the user at a position, best first.</summary>
    public ReadOnlySpan<ScoredItem> Items(int position) => _items.AsSpan(position * ItemsPerUser, _counts[position]);

    internal void Begin(ReadOnlySpan<int> newUsers)
    {
        if (newUsers.Length > _users.Length)
        {
            throw new ArgumentException($"{newUsers.Length} users do not fit in a block of {_users.Length}.", nameof(newUsers));
        }

        newUsers.CopyTo(_users);
        Count = newUsers.Length;
    }

    internal void Fill(int position, IRanker ranker, RankingWorkspace workspace) =>
        _counts[position] = ranker.Rank(_users[position], _items.AsSpan(position * ItemsPerUser, ItemsPerUser), workspace);
}
