using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Learning;

/// <summary>The users that a model may learn from, and those of their next baskets that are known. Immutable.</summary>
internal sealed class FitBaskets
{
    private readonly Dictionary<int, int[]> _next = [];

    /// <summary>Users to fit on.</summary>
    /// <param name="histories">The histories that the model learns from.</param>
    /// <param name="next">Known next baskets; those of other users are left out.</param>
    /// <param name="isFit">Whether the user with an id may be learnt from; test users must not.</param>
    public FitBaskets(UserHistories histories, TruthBaskets next, Func<long, bool> isFit)
    {
        Histories = histories;
        Users = [.. Enumerable.Range(0, histories.Users.Count).Where(user => isFit(histories.Users.Id(user)))];
        for (var position = 0; position < next.Count; position++)
        {
            var user = histories.Users.IndexOf(next.UserId(position));
            if (user >= 0 && isFit(next.UserId(position)))
            {
                _next[user] = [.. next.Basket(position).ToArray().Select(histories.Products.IndexOf).Where(item => item >= 0)];
            }
        }
    }

    /// <summary>The histories.</summary>
    public UserHistories Histories { get; }

    /// <summary>The users, by index, ascending.</summary>
    public IReadOnlyList<int> Users { get; }

    /// <summary>The known next baskets, by user index: products by index, those that the histories know.</summary>
    public IReadOnlyDictionary<int, int[]> Next => _next;

    /// <summary>Whether the user's next basket is known.</summary>
    public bool HasNext(int user) => _next.ContainsKey(user);

    /// <summary>The products of a target basket that the histories know.</summary>
    public ReadOnlySpan<int> Basket(in TrainingTarget target)
    {
        var (first, end) = Histories.Baskets(target.User);
        return first + target.Known < end ? Histories.Basket(first + target.Known) : _next[target.User];
    }
}
