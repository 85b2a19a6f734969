using Recommender.Lake.Checks;
using Recommender.Lake.Tables;
using Recommender.Transform.Models.Clean;
using Recommender.Transform.Models.Curated;

namespace Recommender.Transform.Models.Ml;

/// <summary><c>ml.training_set</c>: what a model that predicts reorders learns from.</summary>
internal static class TrainingSet
{
    public static TableName Name { get; } = new(Zone.Ml, "training_set");

    public static TableDeclaration Table { get; } = new()
    {
        Name = Name,
        Description = "One row is one product of the prior orders of one user who has a train order.",
        Columns =
        [
            new("user_id", ColumnType.BigInt, "The user."),
            new("product_id", ColumnType.BigInt, "The product."),
            new("user_orders", ColumnType.Integer, "The user's prior orders: the number of the last one."),
            new("user_period", ColumnType.Double, "Days from the first to the last prior order (the sum of days_since_prior_order); NULL where only the first order is known.", Nullable: true),
            new("user_mean_days_since_prior", ColumnType.Double, "Mean days between prior orders; NULL where only the first order is known.", Nullable: true),
            new("user_total_products", ColumnType.BigInt, "Lines in the user's prior orders."),
            new("user_distinct_products", ColumnType.BigInt, "Different products in the user's prior orders."),
            new("user_reorder_ratio", ColumnType.Double, "Share of the lines of all prior orders but the first that are marked as reordered, 0 to 1; NULL where only the first order is known.", Nullable: true),
            new("up_orders", ColumnType.BigInt, "Prior orders of the user that have the product."),
            new("up_first_order", ColumnType.Integer, "The order_number of the first of them."),
            new("up_last_order", ColumnType.Integer, "The order_number of the last of them."),
            new("up_average_cart_position", ColumnType.Double, "Mean add_to_cart_order of the product in them, from 1."),
            new("prod_orders", ColumnType.BigInt, "Prior orders that have the product."),
            new("prod_reorders", ColumnType.BigInt, "Those in which it is marked as reordered."),
            new("prod_first_orders", ColumnType.BigInt, "Users who ordered it at least once."),
            new("prod_second_orders", ColumnType.BigInt, "Users who ordered it at least twice."),
            new("up_order_rate", ColumnType.Double, "Orders that have the product over the user's orders, 0 to 1."),
            new("up_orders_since_last_order", ColumnType.Integer, "The user's prior orders after the last one that has the product."),
            new("up_order_rate_since_first_order", ColumnType.Double, "Orders that have the product over the user's orders from the first one that has it, 0 to 1."),
            new("order_dow", ColumnType.Integer, "The day of the week of the train order, 0 to 6."),
            new("order_hour_of_day", ColumnType.Integer, "The hour of the day of the train order, 0 to 23."),
            new("days_since_prior_order", ColumnType.Double, "Days from the user's last prior order to the train order, 0 to 30; NULL where that is not known.", Nullable: true),
            new("split", ColumnType.Varchar, "fit or test: which users a model is fitted on and which it is measured on."),
            new("reordered", ColumnType.Integer, "The label: 1 where the train order has the product, else 0."),
        ],
        Grain = ["user_id", "product_id"],
        Checks =
        [
            new ValuesCheck("split", "fit", "test"),
            new RangeCheck("reordered", 0, 1),
            new RangeCheck("up_order_rate", 0, 1),
            new RangeCheck("up_order_rate_since_first_order", 0, 1),
            new RangeCheck("up_orders_since_last_order", 0, null),
            new NoRowsCheck(
                "a user is in one split",
                "select user_id from {table} group by user_id having min(split) <> max(split)"),
            new NoRowsCheck(
                "it has every product of the history of every user whose train basket is known, and no other",
                "select counted, expected from (select count(*) as counted from {table}) as rows_here"
                + " cross join (select count(*) as expected from curated.up_features as pairs"
                + " join (select distinct user_id from clean.order_lines where eval_set = 'train') as known on known.user_id = pairs.user_id) as pairs_there where counted <> expected",
                UpFeatures.Name, OrderLines.Name),
            new NoRowsCheck(
                "the labels agree with the train lines",
                "select counted, expected from (select coalesce(cast(sum(reordered) as bigint), 0) as counted from {table}) as labels"
                + " cross join (select count(*) as expected from clean.order_lines as lines join curated.up_features as pairs"
                + " on pairs.user_id = lines.user_id and pairs.product_id = lines.product_id where lines.eval_set = 'train') as bought where counted <> expected",
                OrderLines.Name, UpFeatures.Name),
        ],
    };
}
