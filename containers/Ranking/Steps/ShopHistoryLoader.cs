using Recommender.Lake.Building;
using Recommender.Lake.Tables;
using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Steps;

/// <summary>
/// Reads the shop's history from the clean tables, once for all the steps of a run that need it. A step that comes while
/// another loads waits for it.
/// </summary>
/// <param name="threads">Threads to build the histories with.</param>
public sealed class ShopHistoryLoader(int threads)
{
    private readonly Lock _gate = new();
    private (string Snapshots, ShopHistory History)? _loaded;

    /// <summary>The tables that a step that loads the history reads.</summary>
    public static IReadOnlyList<TableName> Inputs { get; } =
    [
        RankingTables.Clean("aisles"), RankingTables.Clean("departments"), RankingTables.Clean("order_lines"), RankingTables.Clean("orders"),
        RankingTables.Clean("products"), ItemStatisticsReader.Table,
    ];

    /// <summary>The history as of the step's input snapshots.</summary>
    internal ShopHistory Load(StepContext context, CancellationToken cancellationToken)
    {
        var snapshots = string.Join(' ', Inputs.Select(input => context.Inputs[input].Snapshot));
        lock (_gate)
        {
            if (_loaded?.Snapshots != snapshots)
            {
                _loaded = null;
                _loaded = (snapshots, Read(context, cancellationToken));
            }

            return _loaded.Value.History;
        }
    }

    private ShopHistory Read(StepContext context, CancellationToken cancellationToken)
    {
        var connection = context.Connection;
        var builder = new HistoriesBuilder();
        using (var users = connection.Query("select distinct user_id from clean.orders", cancellationToken))
        {
            foreach (var chunk in users.Chunks())
            {
                builder.AddUsers(chunk.Column<long>(0));
            }
        }

        var products = ProductColumns.Read(connection, cancellationToken);
        builder.AddProducts(products.Ids);
        AddLines(context, builder, cancellationToken);
        context.Progress.Report(new StepProgress("sorting histories", -1, 0));
        var histories = builder.Build(threads, cancellationToken);
        return new ShopHistory(histories, products.Segments(histories.Products, products.Departments, "department", connection, cancellationToken))
        {
            Aisles = products.Segments(histories.Products, products.Aisles, "aisle", connection, cancellationToken),
            Times = BasketTimesReader.Read(histories, connection, cancellationToken),
            Statistics = ItemStatisticsReader.Read(histories.Products, connection, cancellationToken),
        };
    }

    private static void AddLines(StepContext context, HistoriesBuilder builder, CancellationToken cancellationToken)
    {
        var total = context.Inputs[RankingTables.Clean("order_lines")].Rows;
        long rows = 0;
        // A place in the cart only sorts a basket: one beyond what a history holds is as good as the last.
        using var lines = context.Connection.Query(
            $"select user_id, product_id, order_number, least(add_to_cart_order, {UserBand.MaxCartPosition}) from clean.order_lines where eval_set = 'prior'", cancellationToken);
        foreach (var chunk in lines.Chunks())
        {
            builder.AddLines(chunk.Column<long>(0), chunk.Column<long>(1), chunk.Column<int>(2), chunk.Column<int>(3));
            rows += chunk.Count;
            context.Progress.Report(new StepProgress("reading histories", (double)rows / Math.Max(total, 1), rows));
        }
    }
}
