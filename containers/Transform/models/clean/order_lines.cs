using Recommender.Lake.Checks;
using Recommender.Lake.Tables;

namespace Recommender.Transform.Models.Clean;

/// <summary><c>clean.order_lines</c>: the lines of the prior and train orders.</summary>
internal static class OrderLines
{
    public static TableName Name { get; } = new(Zone.Clean, "order_lines");

    public static TableDeclaration Table { get; } = new()
    {
        Name = Name,
        Description = "One row is one product in one prior or train order.",
        Columns =
        [
            new("order_id", ColumnType.BigInt, "The order."),
            new("product_id", ColumnType.BigInt, "The product."),
            new("user_id", ColumnType.BigInt, "The user who placed the order."),
            new("order_number", ColumnType.Integer, "The order's place among the user's orders in time, from 1."),
            new("eval_set", ColumnType.Varchar, "The order's set: prior or train."),
            new("add_to_cart_order", ColumnType.Integer, "The product's place in the cart, from 1."),
            new("reordered", ColumnType.Integer, "1 where the user had ordered the product before, else 0."),
        ],
        Grain = ["order_id", "product_id"],
        Checks =
        [
            new RowCountCheck(1),
            new ValuesCheck("eval_set", "prior", "train"),
            new RangeCheck("order_number", 1, null),
            new RangeCheck("add_to_cart_order", 1, null),
            new RangeCheck("reordered", 0, 1),
            new RelationshipCheck("order_id", Orders.Name, "order_id"),
            new RelationshipCheck("product_id", Products.Name, "product_id"),
        ],
        HasQuarantine = true,
    };
}
