using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Tests.Baselines;

/// <summary>
/// UP-CF@r (Faggioli, Polato, Aiolli, "Recency Aware Collaborative Filtering for Next Basket Recommendation", UMAP 2020), as the
/// code of Li et al. ("A Next Basket Recommendation Reality Check", TOIS 2023) computes it: the sum over the user himself
/// (similarity 1) and the most similar users of similarity^q × the share of their newest r baskets that hold the product.
/// </summary>
/// <remarks>
/// Similarity is the asymmetric cosine of the users' purchase counts, shrunk:
/// <code>c_u · c_v / (|c_u|^(2α) × |c_v|^(2 − 2α) + shrinkage)</code>
/// </remarks>
internal sealed class UpCfRanker : IRanker
{
    private readonly UserHistories _histories;
    private readonly UpCfSettings _settings;
    private readonly SparseVectors _counts;

    /// <summary>A ranker whose neighbours are among all users of the histories.</summary>
    public UpCfRanker(UserHistories histories, UpCfSettings settings, string name = "up_cf")
    {
        (_histories, _settings, Name) = (histories, settings, name);
        _counts = new SparseVectors(
            histories,
            user => histories.Purchases(user).ToArray().CountBy(item => item).Select(count => (count.Key, (double)count.Value)),
            Enumerable.Range(0, histories.Users.Count).ToHashSet());
    }

    public string Name { get; }

    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
    {
        if (user == UserHistories.UnknownUser)
        {
            return 0;
        }

        var scores = new double[_histories.Products.Count];
        Add(user, 1);
        var products = _counts.Products(user);
        var nearest = Enumerable.Range(0, products.Length)
            .Where(other => other != user && products[other] > 0)
            .Select(other => (User: other, Similarity: Similarity(user, other, products[other])))
            .OrderByDescending(other => other.Similarity).ThenBy(other => other.User)
            .Take(_settings.Neighbours);
        foreach (var (other, similarity) in nearest)
        {
            Add(other, Math.Pow(similarity, _settings.Locality));
        }

        var best = new TopList(top, _histories.Popularity);
        for (var item = 0; item < scores.Length; item++)
        {
            if (scores[item] > 0)
            {
                best.Offer(item, scores[item], ItemReason.Popular);
            }
        }

        return best.Count;

        void Add(int other, double weight)
        {
            var (first, end) = _histories.Baskets(other);
            var baskets = Math.Min(_settings.Recency, end - first);
            for (var basket = end - baskets; basket < end; basket++)
            {
                foreach (var item in _histories.Basket(basket))
                {
                    scores[item] += weight / baskets;
                }
            }
        }
    }

    private double Similarity(int user, int other, double product) =>
        product / ((Math.Pow(_counts.SquaredLengths[user], _settings.Alpha) * Math.Pow(_counts.SquaredLengths[other], 1 - _settings.Alpha)) + _settings.Shrinkage);
}
