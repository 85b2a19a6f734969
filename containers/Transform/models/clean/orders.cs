using Recommender.Lake.Checks;
using Recommender.Lake.Tables;

namespace Recommender.Transform.Models.Clean;

/// <summary><c>clean.orders</c>: the orders of every user.</summary>
internal static class Orders
{
    public static TableName Name { get; } = new(Zone.Clean, "orders");

    public static TableDeclaration Table { get; } = new()
    {
        Name = Name,
        Description = "One row is one order of one user.",
        Columns =
        [
            new("order_id", ColumnType.BigInt, "The order's id, from 1."),
            new("user_id", ColumnType.BigInt, "The user who placed it, from 1."),
            new("eval_set", ColumnType.Varchar, "What the order is for: prior (history), train (its basket is known and is what a model learns to predict) or test (its basket is not known)."),
            new("order_number", ColumnType.Integer, "Its place among the user's orders in time, from 1."),
            new("order_dow", ColumnType.Integer, "The day of the week on which it was placed, 0 to 6."),
            new("order_hour_of_day", ColumnType.Integer, "The hour of the day in which it was placed, 0 to 23."),
            new("days_since_prior_order", ColumnType.Double, "Days since the user's order before, 0 to 30 where 30 also stands for more; NULL where that is not known, as for the first order.", Nullable: true),
        ],
        Grain = ["order_id"],
        Checks =
        [
            new RowCountCheck(1),
            new ValuesCheck("eval_set", "prior", "train", "test"),
            new RangeCheck("order_id", 1, null),
            new RangeCheck("user_id", 1, null),
            new RangeCheck("order_number", 1, null),
            new RangeCheck("order_dow", 0, 6),
            new RangeCheck("order_hour_of_day", 0, 23),
            new RangeCheck("days_since_prior_order", 0, 30),
            new UniqueCheck(["user_id", "order_number"]),
            new NoRowsCheck(
                "a user has at most one train or test order, after all prior orders",
                "select user_id, count(*) filter (where eval_set <> 'prior') as target_orders from {table} group by user_id"
                + " having count(*) filter (where eval_set <> 'prior') > 1"
                + " or min(case when eval_set <> 'prior' then order_number end) < max(case when eval_set = 'prior' then order_number end)"),
        ],
        HasQuarantine = true,
    };
}
