using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Reasons;

namespace Recommender.Ranking.Steps;

/// <summary>Ranks the catalogue for every user.</summary>
/// <param name="loader">Loads the history.</param>
/// <param name="threads">Threads to rank with.</param>
public sealed class RecommendationsStep(ShopHistoryLoader loader, int threads)
    : ScoringStep(loader, RankingTables.Recommendations, $"recommendations 1, {RankerFactory.Settings}"), IShardedStep
{
    private const int UsersPerBlock = 4096;

    /// <inheritdoc/>
    private protected override void Compute(ShopHistory shop, DuckDbAppender rows, StepContext context, CancellationToken cancellationToken)
    {
        var ranker = RankerFactory.Published(shop);
        var batch = new BatchRanker(shop.Histories, ranker, threads);
        var block = new RankedBlock(UsersPerBlock, RankingTables.RecommendationsPerUser);
        var reasons = new ReasonWriter(shop.Departments.Names);
        var model = System.Text.Encoding.UTF8.GetBytes(shop.Champion?.Id ?? ranker.Name);
        var done = 0;
        var users = shop.Users(context.Shard);
        foreach (var some in users.Chunk(UsersPerBlock))
        {
            cancellationToken.ThrowIfCancellationRequested();
            batch.Rank(some, block, cancellationToken);
            Append(shop, block, reasons, model, rows);
            context.Progress.Report(new StepProgress("ranking", (double)done / users.Count, (long)done * RankingTables.RecommendationsPerUser));
            done += some.Length;
        }
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
