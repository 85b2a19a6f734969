using System.Globalization;
using Recommender.Lake.DuckDb;

namespace Recommender.Pipeline.Recommending;

/// <summary>Reads what a lake recommends.</summary>
/// <param name="connection">Sees the published tables and the catalogue.</param>
internal sealed class RecommendationReader(DuckDbConnection connection)
{
    /// <summary>The reason of a product that is shown to whom nothing is known of.</summary>
    public const string PopularReason = "popular with all shoppers";

    /// <summary>A user's best products; empty where the user has no list.</summary>
    /// <param name="user">The user.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public IReadOnlyList<RecommendedProduct> ForUser(long user, int count, CancellationToken cancellationToken) => Read(
        string.Create(CultureInfo.InvariantCulture, $"""
            select listed.rank, listed.product_id, products.product_name, departments.department, listed.score, listed.reason
            from published.recommendations as listed
            join clean.products as products on products.product_id = listed.product_id
            join clean.departments as departments on departments.department_id = products.department_id
            where listed.user_id = {user} and listed.rank <= {count}
            order by listed.rank
            """),
        cancellationToken);

    /// <summary>The most bought products of all.</summary>
    public IReadOnlyList<RecommendedProduct> Popular(int count, CancellationToken cancellationToken) => Read(
        string.Create(CultureInfo.InvariantCulture, $"""
            select listed.popularity_rank, listed.product_id, products.product_name, departments.department, listed.share, '{PopularReason}'
            from published.popularity_by_segment as listed
            join clean.products as products on products.product_id = listed.product_id
            join clean.departments as departments on departments.department_id = products.department_id
            where listed.segment = 'all' and listed.popularity_rank <= {count}
            order by listed.popularity_rank
            """),
        cancellationToken);

    /// <summary>Whether a user has any order.</summary>
    public bool Knows(long user, CancellationToken cancellationToken) =>
        connection.Scalar<long>(string.Create(CultureInfo.InvariantCulture, $"select count(*) from clean.orders where user_id = {user}"), cancellationToken) > 0;

    private List<RecommendedProduct> Read(string sql, CancellationToken cancellationToken)
    {
        var products = new List<RecommendedProduct>();
        using var result = connection.Query(sql, cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                products.Add(new RecommendedProduct(
                    chunk.Column<int>(0)[row], chunk.Column<long>(1)[row], chunk.GetString(2, row), chunk.GetString(3, row), chunk.Column<double>(4)[row], chunk.GetString(5, row)));
            }
        }

        return products;
    }
}
