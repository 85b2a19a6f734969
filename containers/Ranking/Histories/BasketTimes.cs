namespace Recommender.Ranking.Histories;

/// <summary>
/// When baskets were bought, as far as a shop knows: per basket of <see cref="UserHistories"/>, and per user for the order to
/// predict. The time of an order is known before its basket is; the basket itself is never here.
/// </summary>
/// <param name="baskets">Number of baskets.</param>
/// <param name="users">Number of users.</param>
internal sealed class BasketTimes(int baskets, int users)
{
    /// <summary>A day of the week or an hour (−1) that is not known.</summary>
    public const sbyte Unknown = -1;

    private readonly OrderTime[] _baskets = Filled(baskets);
    private readonly OrderTime[] _next = Filled(users);

    /// <summary>When a basket was bought, by basket index.</summary>
    public ref OrderTime Basket(int basket) => ref _baskets[basket];

    /// <summary>When the order to predict is placed, by user index; unknown for most users of a shop.</summary>
    public ref OrderTime Next(int user) => ref _next[user];

    private static OrderTime[] Filled(int length)
    {
        var times = new OrderTime[length];
        Array.Fill(times, OrderTime.Unknown);
        return times;
    }
}
