using Recommender.Lake.DuckDb;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Steps;

/// <summary>The catalogue's ids, one product across the three columns.</summary>
/// <param name="Ids">The product.</param>
/// <param name="Departments">Its department.</param>
/// <param name="Aisles">Its aisle.</param>
internal sealed record ProductColumns(long[] Ids, long[] Departments, long[] Aisles)
{
    /// <summary>Reads <c>clean.products</c>.</summary>
    public static ProductColumns Read(DuckDbConnection connection, CancellationToken cancellationToken)
    {
        List<long> ids = [];
        List<long> departments = [];
        List<long> aisles = [];
        using var result = connection.Query("select product_id, department_id, aisle_id from clean.products", cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            ids.AddRange(chunk.Column<long>(0));
            departments.AddRange(chunk.Column<long>(1));
            aisles.AddRange(chunk.Column<long>(2));
        }

        return new ProductColumns([.. ids], [.. departments], [.. aisles]);
    }

    /// <summary>One of the columns as segments, with the names of <c>clean.aisles</c> or <c>clean.departments</c>.</summary>
    /// <param name="products">The histories' products.</param>
    /// <param name="segmentIds">The column.</param>
    /// <param name="kind">aisle or department.</param>
    /// <param name="connection">Sees the clean tables.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ProductSegments Segments(Vocabulary products, long[] segmentIds, string kind, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        var names = new Dictionary<long, string>();
        using var result = connection.Query($"select {kind}_id, {kind} from clean.{kind}s", cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                names[chunk.Column<long>(0)[row]] = chunk.GetString(1, row);
            }
        }

        return ProductSegments.FromColumns(products, Ids, segmentIds, names);
    }
}
