using Recommender.Lake.Checks;
using Recommender.Lake.Tables;

namespace Recommender.Transform.Models.Curated;

/// <summary><c>curated.prd_features</c>: features of each product.</summary>
internal static class PrdFeatures
{
    public static TableName Name { get; } = new(Zone.Curated, "prd_features");

    public static TableDeclaration Table { get; } = new()
    {
        Name = Name,
        Description = "One row is one product with prior lines.",
        Columns =
        [
            new("product_id", ColumnType.BigInt, "The product."),
            new("prod_orders", ColumnType.BigInt, "Prior orders that have the product."),
            new("prod_reorders", ColumnType.BigInt, "Those in which it is marked as reordered."),
            new("prod_first_orders", ColumnType.BigInt, "Users who ordered it at least once."),
            new("prod_second_orders", ColumnType.BigInt, "Users who ordered it at least twice."),
        ],
        Grain = ["product_id"],
        Checks =
        [
            new RangeCheck("prod_reorders", 0, null),
            new RangeCheck("prod_second_orders", 0, null),
            new NoRowsCheck(
                "second orders <= first orders <= orders",
                "select * from {table} where prod_second_orders > prod_first_orders or prod_first_orders > prod_orders"),
            new NoRowsCheck(
                "there are no more reorders than orders",
                "select * from {table} where prod_reorders > prod_orders"),
            new NoRowsCheck(
                "per product, orders and users agree with up_features",
                "select products.product_id from {table} as products full join (select product_id, cast(sum(up_orders) as bigint) as orders, count(*) as users"
                + " from curated.up_features group by product_id) as pairs on pairs.product_id = products.product_id"
                + " where products.prod_orders is distinct from pairs.orders or products.prod_first_orders is distinct from pairs.users",
                UpFeatures.Name),
        ],
    };
}
