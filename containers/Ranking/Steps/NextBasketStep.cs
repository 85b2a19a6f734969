using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Ranking.Baskets;
using Recommender.Ranking.Registry;

namespace Recommender.Ranking.Steps;

/// <summary>Predicts every user's next basket from the champion's probabilities.</summary>
/// <param name="loader">Loads the history and the champion.</param>
/// <param name="threads">Threads to score with.</param>
public sealed class NextBasketStep(ShopHistoryLoader loader, int threads) : ScoringStep(loader, LearningTables.NextBasket, "next basket 1"), IShardedStep
{
    private const int UsersPerBlock = 4096;

    /// <inheritdoc/>
    private protected override void Compute(ShopHistory shop, DuckDbAppender rows, StepContext context, CancellationToken cancellationToken)
    {
        if (shop.Champion is not { } champion)
        {
            return;
        }

        var model = System.Text.Encoding.UTF8.GetBytes(champion.Id);
        var users = shop.Users(context.Shard);
        var baskets = new BasketBatch(shop.Histories, champion.Scorer.Pairs, threads);
        var done = 0;
        long written = 0;
        foreach (var some in users.Chunk(UsersPerBlock))
        {
            context.Progress.Report(new StepProgress("filling baskets", (double)done / users.Count, written));
            written += Append(shop, baskets.Fill(some, cancellationToken), model, rows);
            done += some.Length;
        }
    }

    private static long Append(ShopHistory shop, IReadOnlyList<PredictedBasket> baskets, byte[] model, DuckDbAppender rows)
    {
        var (chunk, row, written) = (rows.NextChunk(), 0, 0L);
        foreach (var basket in baskets)
        {
            for (var place = 0; place < basket.Items.Length; place++, row++)
            {
                if (row == chunk.Capacity)
                {
                    chunk.Commit(row);
                    written += row;
                    (chunk, row) = (rows.NextChunk(), 0);
                }

                chunk.Column<long>(0)[row] = shop.Histories.Users.Id(basket.User);
                chunk.Column<int>(1)[row] = place + 1;
                chunk.Column<long>(2)[row] = shop.Histories.Products.Id(basket.Items[place]);
                chunk.Column<double>(3)[row] = basket.Probabilities[place];
                chunk.Column<double>(4)[row] = basket.ExpectedF1;
                chunk.SetString(5, row, model);
            }
        }

        chunk.Commit(row);
        return written + row;
    }
}
