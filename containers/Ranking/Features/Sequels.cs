using Recommender.Ranking.Histories;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Features;

/// <summary>
/// What is bought after a product: with c_i baskets of users of other folds that hold product i and are followed by another of the
/// same user, c_ij of them by one with product j (i itself, too), <code>score(i, j) = c_ij / (c_i + λ)</code>
/// the share of the baskets that j follows, shrunk where few were followed.
/// </summary>
internal sealed class Sequels
{
    private const int ItemsPerRange = 16;

    private readonly KnowledgeSettings _settings;
    private readonly int _threads;

    /// <summary>Sequels in a shop.</summary>
    /// <param name="histories">The baskets.</param>
    /// <param name="next">Known next baskets of fit users (product indexes by user index), which follow those users' last; null for none.</param>
    /// <param name="nextOnly">Whether only these count, after any of the user's last <see cref="SimilarityScores.Baskets"/> baskets, once a user.</param>
    /// <param name="settings">Which users count, and how many products are kept.</param>
    /// <param name="threads">Threads to use; the result does not depend on it.</param>
    public Sequels(UserHistories histories, IReadOnlyDictionary<int, int[]>? next, bool nextOnly, KnowledgeSettings settings, int threads)
    {
        (Histories, Next, NextOnly, _settings, _threads) = (histories, next ?? new Dictionary<int, int[]>(), nextOnly, settings, threads);
        UserOfBasket = new int[histories.BasketCount];
        for (var user = 0; user < histories.Users.Count; user++)
        {
            var (first, end) = histories.Baskets(user);
            UserOfBasket.AsSpan(first, end - first).Fill(user);
        }
    }

    internal UserHistories Histories { get; }

    internal IReadOnlyDictionary<int, int[]> Next { get; }

    internal bool NextOnly { get; }

    internal int[] UserOfBasket { get; }

    /// <summary>By product and fold, what is bought after it, best first.</summary>
    public FoldPairs.Pair[][][] FindAll(CancellationToken cancellation)
    {
        var users = Histories.Users;
        var baskets = new Similarity.BasketsOfItems(Histories, user => UserSample.Keeps(users.Id(user), _settings.PoolUsers, users.Count));
        var found = new FoldPairs.Pair[Histories.Products.Count][][];
        ParallelRanges.Run(
            found.Length, ItemsPerRange, _threads, () => new SequelCounter(this, baskets, _settings),
            (first, end, counter) =>
            {
                for (var item = first; item < end; item++)
                {
                    found[item] = counter.Find(item);
                }
            },
            cancellation);
        return found;
    }
}
