using Recommender.Lake.Checks;
using Recommender.Lake.Tables;
using Recommender.Transform.Models.Clean;

namespace Recommender.Transform.Models.Curated;

/// <summary><c>curated.up_features</c>: features of each user and product.</summary>
internal static class UpFeatures
{
    public static TableName Name { get; } = new(Zone.Curated, "up_features");

    public static TableDeclaration Table { get; } = new()
    {
        Name = Name,
        Description = "One row is one product that one user bought, over the user's prior orders.",
        Columns =
        [
            new("user_id", ColumnType.BigInt, "The user."),
            new("product_id", ColumnType.BigInt, "The product."),
            new("up_orders", ColumnType.BigInt, "Prior orders of the user that have the product."),
            new("up_first_order", ColumnType.Integer, "The order_number of the first of them."),
            new("up_last_order", ColumnType.Integer, "The order_number of the last of them."),
            new("up_average_cart_position", ColumnType.Double, "Mean add_to_cart_order of the product in them, from 1."),
        ],
        Grain = ["user_id", "product_id"],
        Checks =
        [
            new RangeCheck("up_orders", 1, null),
            new RangeCheck("up_first_order", 1, null),
            new RangeCheck("up_average_cart_position", 1, null),
            new NoRowsCheck(
                "the first order is not after the last",
                "select * from {table} where up_first_order > up_last_order"),
            new NoRowsCheck(
                "there are no more orders than order numbers from the first to the last",
                "select * from {table} where up_orders > up_last_order - up_first_order + 1"),
            new NoRowsCheck(
                "up_orders sum to the prior lines",
                "select * from (select cast(sum(up_orders) as bigint) as counted from {table}) as features"
                + " cross join (select count(*) as expected from clean.order_lines where eval_set = 'prior') as lines where coalesce(counted, 0) <> expected",
                OrderLines.Name),
        ],
    };
}
