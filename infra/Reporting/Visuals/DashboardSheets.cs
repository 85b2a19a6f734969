using static Recommender.Infra.Reporting.DataSets.Reports;

namespace Recommender.Infra.Reporting.Visuals;

/// <summary>The dashboards.</summary>
internal static class DashboardSheets
{
    /// <summary>What is sold, when, and to whom.</summary>
    public static DashboardSheet Sales { get; } = new(
        "sales",
        "Sales",
        Visual.Total("customers", "Customers", Customers, "customers"),
        Visual.Total("lines", "Products sold", Customers, "lines"),
        Visual.Lines("rhythm", "Days between orders, by number of orders", Customers, "orders", "days_between_orders"),
        Visual.Bars("weekday", "Products sold by day of the week", SalesByWeekday, "weekday", "lines"),
        Visual.Bars("hour", "Products sold by hour of the day", SalesByHour, "hour_of_day", "lines"),
        Visual.Bars("department", "Products sold by department", SalesByDepartment, "department", "lines", across: true),
        Visual.Bars("orders", "Customers by number of orders", Customers, "orders", "customers"),
        Visual.Table("products", "The 100 most bought products", TopProducts, "popularity_rank"));

    /// <summary>How good the recommendations are.</summary>
    public static DashboardSheet Quality { get; } = new(
        "recommendation-quality",
        "Recommendation quality",
        Visual.Lines("recall", "Recall: the share of the next basket that is in the list, by its length", RankerQuality, "k", "recall", each: "model"),
        Visual.Lines("ndcg", "NDCG: recall that counts early places more", RankerQuality, "k", "ndcg", each: "model"),
        Visual.Lines("repeat", "Recall of what the user had bought before", RankerQuality, "k", "repeat_recall", each: "model"),
        Visual.Lines("explore", "Recall of what the user had never bought", RankerQuality, "k", "explore_recall", each: "model"),
        Visual.Lines("coverage", "Share of the catalogue that is in any list", RankerQuality, "k", "coverage", each: "model"),
        Visual.Bars("variety", "Different products at each place of the published lists", RecommendedPlaces, "place", "products"),
        Visual.Table("metrics", "All metrics", RankerQuality, "recall", down: true));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DashboardSheet> All { get; } = [Sales, Quality];
}
