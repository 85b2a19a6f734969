namespace Recommender.Lake.Tables;

/// <summary>A column of a declared table.</summary>
/// <param name="Name">Lower-case name, as SQL writes it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">One sentence for the data dictionary; units where it has any.</param>
/// <param name="Nullable">Whether NULL is allowed; false by default, and then checked before publication.</param>
public sealed record Column(string Name, ColumnType Type, string Description, bool Nullable = false);
