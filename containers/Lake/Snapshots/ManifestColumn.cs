namespace Recommender.Lake.Snapshots;

/// <summary>A column as a snapshot holds it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">Its SQL type.</param>
public sealed record ManifestColumn(string Name, string Type);
