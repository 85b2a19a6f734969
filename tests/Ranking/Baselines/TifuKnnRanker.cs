using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Rankers;

namespace Recommender.Ranking.Tests.Baselines;

/// <summary>
/// The whole of TIFU-KNN (Hu, He, Gao, Zhang, "Modeling Personalized Item Frequency Information for Next-basket
/// Recommendation", SIGIR 2020), as the authors' code computes it: α × the user's decayed vector + (1 − α) × the mean of the
/// vectors of the k training users whose vectors are nearest by Euclidean distance.
/// </summary>
internal sealed class TifuKnnRanker : IRanker
{
    private readonly UserHistories _histories;
    private readonly TifuKnnSettings _settings;
    private readonly SparseVectors _vectors;
    private readonly int[] _training;

    /// <summary>A ranker whose neighbours are among the training users; a user is no neighbour of his own.</summary>
    public TifuKnnRanker(UserHistories histories, TifuKnnSettings settings, Func<long, bool> isTraining)
    {
        (_histories, _settings) = (histories, settings);
        _training = [.. Enumerable.Range(0, histories.Users.Count).Where(user => isTraining(histories.Users.Id(user)))];
        _vectors = new SparseVectors(histories, Vector, _training.ToHashSet());
    }

    public string Name => "tifu_knn";

    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
    {
        if (user == UserHistories.UnknownUser)
        {
            return 0;
        }

        var products = _vectors.Products(user);
        var nearest = _training.Where(other => other != user)
            .OrderBy(other => _vectors.SquaredLengths[other] - (2 * products[other])).ThenBy(other => other)
            .Take(_settings.Neighbours).ToArray();
        var scores = new double[_histories.Products.Count];
        Add(user, _settings.Alpha);
        foreach (var other in nearest)
        {
            Add(other, (1 - _settings.Alpha) / nearest.Length);
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

        void Add(int other, double share)
        {
            foreach (var (item, weight) in _vectors.Of(other))
            {
                scores[item] += share * weight;
            }
        }
    }

    private IEnumerable<(int Item, double Weight)> Vector(int user)
    {
        var (first, end) = _histories.Baskets(user);
        var baskets = Enumerable.Range(first, end - first).Select(basket => Array.ConvertAll(_histories.Basket(basket).ToArray(), item => (long)item)).ToArray();
        return TifuReference.Scores(baskets, _settings.Decay).Select(entry => ((int)entry.Product, entry.Score));
    }
}
