using Recommender.Lake.Checks;
using Recommender.Lake.Tables;

namespace Recommender.Ranking.Steps;

/// <summary>The tables that Ranking reads and makes.</summary>
public static partial class RankingTables
{
    /// <summary>Recommendations per user.</summary>
    public const int RecommendationsPerUser = 20;

    /// <summary>What a user is recommended.</summary>
    public static TableDeclaration Recommendations { get; } = new()
    {
        Name = new TableName(Zone.Published, "recommendations"),
        Description = "One recommended product for a user's next basket.",
        Columns =
        [
            new("user_id", ColumnType.BigInt, "The user."),
            new("rank", ColumnType.Integer, "Place in the user's list; the best is 1."),
            new("product_id", ColumnType.BigInt, "The product."),
            new("score", ColumnType.Double, "The ranker's score; comparable within one user's list and one kind of reason only."),
            new("reason", ColumnType.Varchar, "Why, in words."),
            new("model", ColumnType.Varchar, "The model that chose it, an id of ml.models, or the ranker's name where no model is champion."),
        ],
        Grain = ["user_id", "rank"],
        Checks =
        [
            new RangeCheck("rank", 1, RecommendationsPerUser),
            new RelationshipCheck("product_id", Clean("products"), "product_id"),
            new NoRowsCheck(
                "no product twice for one user",
                "select user_id, product_id, count(*) as times from {table} group by user_id, product_id having count(*) > 1"),
            new NoRowsCheck(
                "every user has a list",
                "select orders.user_id from (select distinct user_id from clean.orders) as orders where not exists (select 1 from {table} as listed where listed.user_id = orders.user_id)",
                Clean("orders")),
            new NoRowsCheck(
                $"every list has {RecommendationsPerUser} products, or all there are",
                "select user_id, listed, there_are from (select user_id, count(*) as listed from {table} group by user_id) as lists"
                + " cross join (select count(*) as there_are from clean.products) as catalogue"
                + $" where listed <> case when there_are < {RecommendationsPerUser} then there_are else {RecommendationsPerUser} end",
                Clean("products")),
        ],
    };

    /// <summary>Products bought together.</summary>
    public static TableDeclaration SimilarProducts { get; } = new()
    {
        Name = new TableName(Zone.Published, "similar_products"),
        Description = "One product that is bought together with another, from prior orders.",
        Columns =
        [
            new("product_id", ColumnType.BigInt, "The product."),
            new("rank", ColumnType.Integer, "Place in the product's list; the most similar is 1."),
            new("similar_product_id", ColumnType.BigInt, "The product bought together with it."),
            new("orders_together", ColumnType.BigInt, "Orders that hold both."),
            new("score", ColumnType.Double, "Cosine of the two products over orders, shrunk where few orders hold both; 0 to 1."),
        ],
        Grain = ["product_id", "rank"],
        Checks =
        [
            new RangeCheck("score", 0, 1),
            new RangeCheck("orders_together", 1, null),
            new RelationshipCheck("product_id", Clean("products"), "product_id"),
            new RelationshipCheck("similar_product_id", Clean("products"), "product_id"),
            new NoRowsCheck("no product is similar to itself", "select * from {table} where product_id = similar_product_id"),
        ],
    };

    /// <summary>A table of the clean zone.</summary>
    internal static TableName Clean(string table) => new(Zone.Clean, table);
}
