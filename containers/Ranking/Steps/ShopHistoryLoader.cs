using System.Runtime.InteropServices;
using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Tables;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

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
        [RankingTables.Clean("departments"), RankingTables.Clean("order_lines"), RankingTables.Clean("orders"), RankingTables.Clean("products")];

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

        var (productIds, departmentIds) = Products(connection, cancellationToken);
        builder.AddProducts(productIds);
        AddLines(context, builder, cancellationToken);
        context.Progress.Report(new StepProgress("sorting histories", -1, 0));
        var histories = builder.Build(threads, cancellationToken);
        return new ShopHistory(histories, ProductSegments.FromColumns(histories.Products, productIds, departmentIds, Departments(connection, cancellationToken)));
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

    private static (long[] ProductIds, long[] DepartmentIds) Products(DuckDbConnection connection, CancellationToken cancellationToken)
    {
        List<long> products = [];
        List<long> departments = [];
        using var result = connection.Query("select product_id, department_id from clean.products", cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            products.AddRange(chunk.Column<long>(0));
            departments.AddRange(chunk.Column<long>(1));
        }

        return ([.. CollectionsMarshal.AsSpan(products)], [.. CollectionsMarshal.AsSpan(departments)]);
    }

    private static Dictionary<long, string> Departments(DuckDbConnection connection, CancellationToken cancellationToken)
    {
        var names = new Dictionary<long, string>();
        using var result = connection.Query("select department_id, department from clean.departments", cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                names[chunk.Column<long>(0)[row]] = chunk.GetString(1, row);
            }
        }

        return names;
    }
}
