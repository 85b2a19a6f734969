using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Ranking.Registry;

namespace Recommender.Ranking.Steps;

/// <summary>Predicts every user's next basket from the champion's probabilities.</summary>
/// <param name="loader">Loads the history and the champion.</param>
/// <param name="pass">Scores.</param>
public sealed class NextBasketStep(ShopHistoryLoader loader, ScoringPass pass) : ScoringStep(loader, LearningTables.NextBasket, "next basket 1"), IShardedStep
{
    /// <inheritdoc/>
    private protected override void Compute(ShopHistory shop, DuckDbAppender rows, StepContext context, CancellationToken cancellationToken)
    {
        if (shop.Champion is { } champion)
        {
            var model = System.Text.Encoding.UTF8.GetBytes(champion.Id);
            pass.MakeBaskets(shop, context, baskets => Append(shop, baskets, model, rows), cancellationToken);
        }
    }

    private static void Append(ShopHistory shop, IReadOnlyList<PredictedBasket> baskets, byte[] model, DuckDbAppender rows)
    {
        var (chunk, row) = (rows.NextChunk(), 0);
        foreach (var basket in baskets)
        {
            for (var place = 0; place < basket.Items.Length; place++, row++)
            {
                if (row == chunk.Capacity)
                {
                    chunk.Commit(row);
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
    }
}
