using System.Globalization;
using Recommender.Lake.DuckDb;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Recommending;

namespace Recommender.Pipeline.Demonstration;

/// <summary>Shows one shopper: the last baskets, what is recommended, and what was bought then.</summary>
/// <param name="connection">Sees the lake.</param>
/// <param name="terminal">Where it is shown.</param>
internal sealed class DemoShopper(DuckDbConnection connection, Terminal terminal)
{
    private const int Orders = 3;
    private const int Products = 10;

    /// <summary>Picks a shopper with some history and shows them.</summary>
    /// <returns>The shopper's id.</returns>
    public long Show(CancellationToken cancellationToken)
    {
        var user = Pick(cancellationToken);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"user {user}, the last orders:");
        ShowOrders(user, cancellationToken);
        var next = Next(user, cancellationToken);
        var table = new TextTable(
            new TableColumn("", Right: true),
            new TableColumn("recommended", Least: 20),
            new TableColumn("department", Importance: 1, Least: 8),
            new TableColumn("reason", Least: 20),
            new TableColumn("bought next"));
        foreach (var product in new RecommendationReader(connection).ForUser(user, Products, cancellationToken))
        {
            table.Add($"{product.Rank}", product.Name, product.Department, product.Reason, next.Contains(product.ProductId) ? "yes" : "");
        }

        terminal.Out.WriteLine();
        table.Write(terminal.Out, terminal.Width);
        return user;
    }

    /// <summary>The first user whose next basket is known, with a history of middling length where there is one.</summary>
    private long Pick(CancellationToken cancellationToken) => connection.Scalar<long>(
        """
        select user_id from clean.orders group by user_id
        order by case when max(case when eval_set = 'train' then 1 else 0 end) = 1 then 0 else 1 end, case when count(*) between 8 and 15 then 0 else 1 end, user_id
        limit 1
        """,
        cancellationToken);

    private void ShowOrders(long user, CancellationToken cancellationToken)
    {
        using var result = connection.Query(
            string.Create(CultureInfo.InvariantCulture, $"""
                select lines.order_number, string_agg(products.product_name, ', ' order by lines.add_to_cart_order)
                from clean.order_lines as lines
                join clean.products as products on products.product_id = lines.product_id
                where lines.user_id = {user} and lines.eval_set = 'prior'
                group by lines.order_number
                order by lines.order_number desc
                limit {Orders}
                """),
            cancellationToken);
        var table = new TextTable(new TableColumn("order", Right: true), new TableColumn("products", Least: 20));
        foreach (var chunk in result.Chunks())
        {
            for (var row = 0; row < chunk.Count; row++)
            {
                table.Add(chunk.Column<int>(0)[row].ToString(CultureInfo.InvariantCulture), chunk.GetString(1, row));
            }
        }

        table.Write(terminal.Out, terminal.Width);
    }

    private HashSet<long> Next(long user, CancellationToken cancellationToken)
    {
        var products = new HashSet<long>();
        using var result = connection.Query(
            string.Create(CultureInfo.InvariantCulture, $"select product_id from clean.order_lines where user_id = {user} and eval_set = 'train'"), cancellationToken);
        foreach (var chunk in result.Chunks())
        {
            products.UnionWith(chunk.Column<long>(0).ToArray());
        }

        return products;
    }
}
