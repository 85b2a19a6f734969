namespace Recommender.Lake.Engine;

/// <summary>A column of a query's rows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as SQL writes it, such as <c>bigint</c>.</param>
public sealed record SqlColumn(string Name, string Type);
