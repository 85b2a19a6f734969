using Type = Recommender.Lake.Tables.ColumnType;

namespace Recommender.Infra.Reporting.DataSets;

/// <summary>The questions that the dashboards ask.</summary>
internal static class Reports
{
    /// <summary>Lines by day of the week.</summary>
    public static Report SalesByWeekday { get; } = new("sales-by-weekday", new("weekday", Type.BigInt), new("lines", Type.BigInt));

    /// <summary>Lines by hour of the day.</summary>
    public static Report SalesByHour { get; } = new("sales-by-hour", new("hour_of_day", Type.BigInt), new("lines", Type.BigInt));

    /// <summary>Lines by department.</summary>
    public static Report SalesByDepartment { get; } = new("sales-by-department", new("department", Type.Varchar), new("lines", Type.BigInt));

    /// <summary>The most bought products.</summary>
    public static Report TopProducts { get; } = new(
        "top-products",
        new("popularity_rank", Type.Integer), new("product_name", Type.Varchar), new("department", Type.Varchar), new("purchases", Type.BigInt), new("reordered", Type.Double), new("bought_again", Type.Double));

    /// <summary>Customers by number of orders.</summary>
    public static Report Customers { get; } = new(
        "customers",
        new("orders", Type.Integer), new("customers", Type.BigInt), new("lines", Type.BigInt), new("days_between_orders", Type.Double), new("reordered", Type.Double));

    /// <summary>Metrics of the rankers.</summary>
    public static Report RankerQuality { get; } = new(
        "ranker-quality",
        new("model", Type.Varchar), new("k", Type.Integer), new("users", Type.BigInt), new("recall", Type.Double), new("recall_low", Type.Double), new("recall_high", Type.Double), new("ndcg", Type.Double), new("phr", Type.Double),
        new("repeat_recall", Type.Double), new("explore_recall", Type.Double), new("coverage", Type.Double), new("distinct_products", Type.BigInt));

    /// <summary>What is recommended at each place.</summary>
    public static Report RecommendedPlaces { get; } = new(
        "recommended-places",
        new("model", Type.Varchar), new("place", Type.Integer), new("users", Type.BigInt), new("products", Type.BigInt), new("mean_score", Type.Double));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Report> All { get; } = [SalesByWeekday, SalesByHour, SalesByDepartment, TopProducts, Customers, RankerQuality, RecommendedPlaces];
}
