using Recommender.Lake.Checks;
using Recommender.Lake.Tables;
using Recommender.Transform.Models.Clean;

namespace Recommender.Transform.Models.Ml;

/// <summary><c>ml.product_statistics</c>: what a row of a user may know of products, from the users of other folds.</summary>
internal static class ProductStatistics
{
    public static TableName Name { get; } = new(Zone.Ml, "product_statistics");

    public static TableDeclaration Table { get; } = new()
    {
        Name = Name,
        Description = "One row is one product as the users of the four other folds buy it. A user's fold is mod(bucket, 5); features of a user read that fold's rows, in which nothing of the user is.",
        Columns =
        [
            new("fold", ColumnType.Integer, "The fold that reads the row, 0 to 4; its users are not counted in it."),
            new("product_id", ColumnType.BigInt, "The product."),
            new("orders", ColumnType.BigInt, "Prior orders that have the product."),
            new("reorders", ColumnType.BigInt, "Those in which it is marked as reordered."),
            new("users", ColumnType.BigInt, "Users who bought it."),
            new("second_users", ColumnType.BigInt, "Users who bought it in at least two orders."),
            new("followed", ColumnType.BigInt, "Prior orders that have it, each user's last order left out."),
            new("followed_again", ColumnType.BigInt, "Prior orders that have it and whose very next order has it, too."),
            new("cart_positions", ColumnType.BigInt, "Sum of its add_to_cart_order, from 1."),
            new("gap_orders", ColumnType.BigInt, "Orders from one purchase of it to the same user's next one, summed over such pairs."),
            new("last_orders", ColumnType.BigInt, "Users whose last prior order has it."),
            new("recent_orders", ColumnType.BigInt, "Of each user's last five prior orders, those that have it."),
            new("next_orders", ColumnType.BigInt, "Train orders of fit users that have it: what is trending. Those of test users are never counted."),
        ],
        Grain = ["fold", "product_id"],
        Checks =
        [
            new RangeCheck("fold", 0, 4),
            new NoRowsCheck("parts do not exceed their wholes", "select * from {table} where reorders > orders or users > orders or second_users > users or followed > orders or followed_again > followed or last_orders > recent_orders or recent_orders > orders"),
            new NoRowsCheck("nothing is counted less than nothing", "select * from {table} where second_users < 0 or followed_again < 0 or gap_orders < 0 or next_orders < 0 or orders + next_orders < 1"),
            new NoRowsCheck(
                "each order is counted by the four folds that are not its user's",
                "select per_fold.product_id, per_fold.counted, bought.expected from (select product_id, cast(sum(orders) as bigint) as counted from {table} group by product_id) as per_fold"
                + " full join (select product_id, count(*) as expected from clean.order_lines where eval_set = 'prior' group by product_id) as bought"
                + " on bought.product_id = per_fold.product_id where coalesce(per_fold.counted, 0) <> 4 * coalesce(bought.expected, 0)",
                OrderLines.Name),
        ],
    };
}
