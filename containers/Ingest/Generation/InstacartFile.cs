namespace Recommender.Ingest.Generation;

/// <summary>Names of the six files.</summary>
internal static class InstacartFile
{
    internal const string Aisles = "aisles.csv";
    internal const string Departments = "departments.csv";
    internal const string Products = "products.csv";
    internal const string Orders = "orders.csv";
    internal const string Prior = "order_products__prior.csv";
    internal const string Train = "order_products__train.csv";

    internal static readonly IReadOnlyList<string> All = [Aisles, Departments, Products, Orders, Prior, Train];
}
