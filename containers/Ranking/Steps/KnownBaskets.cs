using Recommender.Lake.DuckDb;
using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Steps;

/// <summary>Reads the known next baskets: the train orders.</summary>
internal static class KnownBaskets
{
    /// <summary>Those of all users who have one, fit and test users alike.</summary>
    /// <param name="connection">Sees <c>clean.order_lines</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static TruthBaskets Read(DuckDbConnection connection, CancellationToken cancellationToken)
    {
        List<long> users = [];
        List<long> products = [];
        using var result = connection.Query("select user_id, product_id from clean.order_lines where eval_set = 'train'", cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            users.AddRange(chunk.Column<long>(0));
            products.AddRange(chunk.Column<long>(1));
        }

        return TruthBaskets.FromLines([.. users], [.. products]);
    }
}
