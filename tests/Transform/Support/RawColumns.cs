using Recommender.Lake.Tables;

namespace Recommender.Transform.Tests.Support;

/// <summary>The columns of the raw tables that the grocery models read: those of the files, then where a row came from.</summary>
internal static class RawColumns
{
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["raw.aisles"] = "aisle_id bigint, aisle varchar",
        ["raw.departments"] = "department_id bigint, department varchar",
        ["raw.products"] = "product_id bigint, product_name varchar, aisle_id bigint, department_id bigint",
        ["raw.orders"] = "order_id bigint, user_id bigint, eval_set varchar, order_number integer, order_dow integer, order_hour_of_day integer, days_since_prior_order double",
        ["raw.order_products__prior"] = "order_id bigint, product_id bigint, add_to_cart_order integer, reordered integer",
        ["raw.order_products__train"] = "order_id bigint, product_id bigint, add_to_cart_order integer, reordered integer",
    };

    public static IReadOnlyCollection<string> Tables => Columns.Keys;

    /// <summary>Names and types of a raw or modelled table, in order.</summary>
    public static IReadOnlyList<(string Name, string Type)> Of(TableName table)
    {
        if (Columns.TryGetValue(table.ToString(), out var text))
        {
            var parts = (text + ", source_file varchar, source_line bigint, batch_id varchar, loaded_at timestamp").Split(", ").Select(part => part.Split(' '));
            return [.. parts.Select(part => (part[0], part[1]))];
        }

        var model = GroceryModels.All.Single(model => model.Table.Name == table);
        return Types(model.Table.Columns);
    }

    /// <summary>Names and types of declared columns.</summary>
    public static IReadOnlyList<(string Name, string Type)> Types(IEnumerable<Column> columns) =>
        [.. columns.Select(column => (column.Name, column.Type.SqlName()))];
}
