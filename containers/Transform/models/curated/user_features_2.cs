using Recommender.Lake.Checks;
using Recommender.Lake.Tables;

namespace Recommender.Transform.Models.Curated;

/// <summary><c>curated.user_features_2</c>: what each user buys.</summary>
internal static class UserFeatures2
{
    public static TableName Name { get; } = new(Zone.Curated, "user_features_2");

    public static TableDeclaration Table { get; } = new()
    {
        Name = Name,
        Description = "One row is one user with prior lines: the products in the user's prior orders.",
        Columns =
        [
            new("user_id", ColumnType.BigInt, "The user."),
            new("user_total_products", ColumnType.BigInt, "Lines in the user's prior orders."),
            new("user_distinct_products", ColumnType.BigInt, "Different products in the user's prior orders."),
            new("user_reorder_ratio", ColumnType.Double, "Share of the lines of all prior orders but the first that are marked as reordered, 0 to 1; NULL where only the first order is known.", Nullable: true),
        ],
        Grain = ["user_id"],
        Checks =
        [
            new RangeCheck("user_distinct_products", 1, null),
            new RangeCheck("user_reorder_ratio", 0, 1),
            new NoRowsCheck(
                "there are no more different products than lines",
                "select * from {table} where user_distinct_products > user_total_products"),
            new NoRowsCheck(
                "per user, lines and products agree with up_features",
                "select users.user_id from {table} as users full join (select user_id, cast(sum(up_orders) as bigint) as lines, count(*) as products"
                + " from curated.up_features group by user_id) as pairs on pairs.user_id = users.user_id"
                + " where users.user_total_products is distinct from pairs.lines or users.user_distinct_products is distinct from pairs.products",
                UpFeatures.Name),
        ],
    };
}
