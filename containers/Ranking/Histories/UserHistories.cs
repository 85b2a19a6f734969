namespace Recommender.Ranking.Histories;

/// <summary>
/// What each user bought: user → baskets in time order → items in cart order, unique within a basket, as compressed sparse
/// rows. Users and products are dense indexes into <see cref="Users"/> and <see cref="Products"/>. Immutable and thread-safe.
/// </summary>
internal sealed class UserHistories
{
    /// <summary>The index (−1) that stands for a user without history wherever a user is asked for.</summary>
    public const int UnknownUser = -1;

    private readonly int[] _userStarts;
    private readonly int[] _basketStarts;
    private readonly int[] _orderNumbers;
    private readonly int[] _items;
    private readonly int[] _popularity;

    internal UserHistories(
        Vocabulary users, Vocabulary products, int[] userStarts, int[] basketStarts, int[] orderNumbers, int[] items)
    {
        (Users, Products) = (users, products);
        (_userStarts, _basketStarts, _orderNumbers, _items) = (userStarts, basketStarts, orderNumbers, items);
        _popularity = new int[products.Count];
        foreach (var item in items)
        {
            _popularity[item]++;
        }

        for (var user = 0; user < users.Count; user++)
        {
            MostBaskets = Math.Max(MostBaskets, userStarts[user + 1] - userStarts[user]);
        }
    }

    /// <summary>The user ids, ascending.</summary>
    public Vocabulary Users { get; }

    /// <summary>The product ids, ascending: everything bought, and the catalogue where the builder was given one.</summary>
    public Vocabulary Products { get; }

    /// <summary>Baskets of all users.</summary>
    public int BasketCount => _orderNumbers.Length;

    /// <summary>Items of all baskets.</summary>
    public int ItemCount => _items.Length;

    /// <summary>Baskets of the user who has the most.</summary>
    public int MostBaskets { get; }

    /// <summary>For each product, in how many baskets it is.</summary>
    public ReadOnlySpan<int> Popularity => _popularity;

    /// <summary>The user's baskets as a range of basket indexes, oldest first; empty for <see cref="UnknownUser"/>.</summary>
    public (int First, int End) Baskets(int user) =>
        user == UnknownUser ? (0, 0) : (_userStarts[user], _userStarts[user + 1]);

    /// <summary>The products of a basket, in cart order.</summary>
    public ReadOnlySpan<int> Basket(int basket) =>
        _items.AsSpan(_basketStarts[basket], _basketStarts[basket + 1] - _basketStarts[basket]);

    /// <summary>The products of all of the user's baskets, oldest basket first; a product appears once per basket it is in.</summary>
    public ReadOnlySpan<int> Purchases(int user)
    {
        var (first, end) = Baskets(user);
        return _items.AsSpan(_basketStarts[first], _basketStarts[end] - _basketStarts[first]);
    }

    /// <summary>The order number that the basket came with.</summary>
    public int OrderNumber(int basket) => _orderNumbers[basket];

    /// <summary>The basket of a user that came with an order number, or −1.</summary>
    public int FindBasket(int user, int orderNumber)
    {
        var (first, end) = Baskets(user);
        return Math.Max(Array.BinarySearch(_orderNumbers, first, end - first, orderNumber), -1);
    }
}
