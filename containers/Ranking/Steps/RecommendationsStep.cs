using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Reasons;

namespace Recommender.Ranking.Steps;

/// <summary>Ranks the catalogue for every user.</summary>
/// <param name="loader">Loads the history and the champion.</param>
/// <param name="pass">Scores.</param>
public sealed class RecommendationsStep(ShopHistoryLoader loader, ScoringPass pass)
    : ScoringStep(loader, RankingTables.Recommendations, $"recommendations 1, {RankerFactory.Settings}"), IShardedStep
{
    /// <inheritdoc/>
    private protected override void Compute(ShopHistory shop, DuckDbAppender rows, StepContext context, CancellationToken cancellationToken)
    {
        var reasons = new ReasonWriter(shop.Departments.Names);
        var model = System.Text.Encoding.UTF8.GetBytes(shop.Champion?.Id ?? RankerFactory.Published(shop).Name);
        pass.MakeLists(shop, context, block => Append(shop, block, reasons, model, rows), cancellationToken);
    }

    private static void Append(ShopHistory shop, RankedBlock block, ReasonWriter reasons, byte[] model, DuckDbAppender rows)
    {
        for (var position = 0; position < block.Count;)
        {
            var chunk = rows.NextChunk();
            var users = chunk.Column<long>(0);
            var ranks = chunk.Column<int>(1);
            var products = chunk.Column<long>(2);
            var scores = chunk.Column<double>(3);
            var row = 0;
            for (; position < block.Count && row + RankingTables.RecommendationsPerUser <= chunk.Capacity; position++)
            {
                var items = block.Items(position);
                for (var place = 0; place < items.Length; place++, row++)
                {
                    users[row] = shop.Histories.Users.Id(block.User(position));
                    ranks[row] = place + 1;
                    products[row] = shop.Histories.Products.Id(items[place].Item);
                    scores[row] = items[place].Score;
                    chunk.SetString(4, row, reasons.Utf8(items[place].Reason));
                    chunk.SetString(5, row, model);
                }
            }

            chunk.Commit(row);
        }
    }
}
