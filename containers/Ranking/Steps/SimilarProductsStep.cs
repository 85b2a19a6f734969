using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Ranking.Similarity;

namespace Recommender.Ranking.Steps;

/// <summary>Finds, for every product, those that are bought together with it.</summary>
/// <param name="loader">Loads the history.</param>
/// <param name="threads">Threads to count with.</param>
public sealed class SimilarProductsStep(ShopHistoryLoader loader, int threads)
    : RankingStep(loader, RankingTables.SimilarProducts, $"similar products 1, {new CoPurchaseOptions { Threads = 1 }}")
{
    /// <inheritdoc/>
    private protected override void Compute(ShopHistory shop, DuckDbAppender rows, StepContext context, CancellationToken cancellationToken)
    {
        context.Progress.Report(new StepProgress("counting pairs", -1, 0));
        var products = shop.Histories.Products;
        var similar = CoPurchase.Compute(shop.Histories, new CoPurchaseOptions { Threads = threads }, cancellation: cancellationToken);
        for (var item = 0; item < products.Count; item++)
        {
            var list = similar.Of(item);
            if (list.IsEmpty)
            {
                continue;
            }

            var chunk = rows.NextChunk();
            for (var place = 0; place < list.Length; place++)
            {
                chunk.Column<long>(0)[place] = products.Id(item);
                chunk.Column<int>(1)[place] = place + 1;
                chunk.Column<long>(2)[place] = products.Id(list[place].Item);
                chunk.Column<long>(3)[place] = list[place].Baskets;
                chunk.Column<double>(4)[place] = list[place].Score;
            }

            chunk.Commit(list.Length);
        }
    }
}
