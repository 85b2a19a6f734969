using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Evaluation;

/// <summary>The next basket of each user, which rankers are measured against and never see. Users ascend by id.</summary>
internal sealed class TruthBaskets
{
    private readonly long[] _userIds;
    private readonly long[][] _productIds;

    private TruthBaskets(long[] userIds, long[][] productIds) => (_userIds, _productIds) = (userIds, productIds);

    /// <summary>Number of users; each has at least one product.</summary>
    public int Count => _userIds.Length;

    /// <summary>Baskets from lines in any order; a repeated line counts once.</summary>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static TruthBaskets FromLines(ReadOnlySpan<long> userId, ReadOnlySpan<long> productId)
    {
        if (userId.Length != productId.Length)
        {
            throw new ArgumentException(
                $"The columns must have one length; they have {userId.Length} (user) and {productId.Length} (product).");
        }

        var users = Vocabulary.FromIds(userId);
        var baskets = new HashSet<long>[users.Count];
        for (var row = 0; row < userId.Length; row++)
        {
            (baskets[users.IndexOf(userId[row])] ??= []).Add(productId[row]);
        }

        return new TruthBaskets(users.Ids.ToArray(), [.. baskets.Select(basket => basket.Order().ToArray())]);
    }

    /// <summary>The baskets of the users whose id the condition keeps, such as <see cref="UserSplit.IsTest"/>.</summary>
    public TruthBaskets Where(Func<long, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        var kept = Enumerable.Range(0, Count).Where(index => keep(_userIds[index])).ToArray();
        return new TruthBaskets([.. kept.Select(index => _userIds[index])], [.. kept.Select(index => _productIds[index])]);
    }

    /// <summary>Id of the user at a position in 0 … <see cref="Count"/> − 1.</summary>
    public long UserId(int position) => _userIds[position];

    /// <summary>Product ids of the basket at a position, ascending and unique; some may be in no history.</summary>
    public ReadOnlySpan<long> Basket(int position) => _productIds[position];
}
