using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Tests.Baselines;

/// <summary>One vector over the products per user, and for each product whose vectors have it.</summary>
internal sealed class SparseVectors
{
    private readonly (int Item, double Weight)[][] _vectors;
    private readonly List<(int User, double Weight)>[] _users;

    /// <summary>The vectors of all users; those of <paramref name="targets"/> can be found by product.</summary>
    public SparseVectors(UserHistories histories, Func<int, IEnumerable<(int Item, double Weight)>> vector, IReadOnlySet<int> targets)
    {
        _vectors = [.. Enumerable.Range(0, histories.Users.Count).AsParallel().AsOrdered().Select(user => vector(user).ToArray())];
        SquaredLengths = [.. _vectors.Select(entries => entries.Sum(entry => entry.Weight * entry.Weight))];
        _users = [.. Enumerable.Range(0, histories.Products.Count).Select(_ => new List<(int, double)>())];
        foreach (var user in targets.Order())
        {
            foreach (var (item, weight) in _vectors[user])
            {
                _users[item].Add((user, weight));
            }
        }
    }

    /// <summary>Per user, the vector's scalar product with itself.</summary>
    public double[] SquaredLengths { get; }

    public ReadOnlySpan<(int Item, double Weight)> Of(int user) => _vectors[user];

    /// <summary>The scalar product of a user's vector with each target's: by user, 0 for those that are no targets.</summary>
    public double[] Products(int user)
    {
        var products = new double[_vectors.Length];
        foreach (var (item, weight) in _vectors[user])
        {
            foreach (var (other, otherWeight) in _users[item])
            {
                products[other] += weight * otherWeight;
            }
        }

        return products;
    }
}
