namespace Recommender.AwsEmulator.Athena;

/// <summary>A table as a query names it.</summary>
/// <param name="Catalog">The catalog; empty where it is not named.</param>
/// <param name="Database">The database; empty where it is not named.</param>
/// <param name="Name">The table.</param>
/// <param name="Place">Where in the query's text, in bytes of UTF-8.</param>
internal sealed record SqlTableReference(string Catalog, string Database, string Name, int Place);
