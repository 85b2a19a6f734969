namespace Recommender.Lake.Tables;

/// <summary>The columns of every quarantine: the rows a table refused, each with its reason.</summary>
public static class Quarantine
{
    /// <summary>The suffix of the view that shows a table's quarantine, as in <c>clean.orders__quarantine</c>.</summary>
    public const string Suffix = "__quarantine";

    /// <summary>Why the row was refused; in a model's SELECT, NULL where it is kept.</summary>
    public const string Reason = "reject_reason";

    /// <summary>The quarantine's columns.</summary>
    public static IReadOnlyList<Column> Columns { get; } =
    [
        new(Reason, ColumnType.Varchar, "Why the row was refused, with the value at fault."),
        new("source_file", ColumnType.Varchar, "The file or table the row came from."),
        new("source_line", ColumnType.BigInt, "Its line in that file; the header is line 1."),
        new("raw_text", ColumnType.Varchar, "The row as text: as it arrived in a raw table, written from its typed values in a clean one."),
    ];

    /// <summary>The name of a table's quarantine.</summary>
    public static TableName Of(TableName table) => table with { Table = table.Table + Suffix };

    /// <summary>A table's quarantine as a table of its own, which it is in a catalog.</summary>
    public static TableDeclaration DeclarationOf(TableDeclaration table) => new()
    {
        Name = Of(table.Name),
        Description = $"One row that {table.Name} refused, with the reason.",
        Columns = Columns,
        Grain = ["source_file", "source_line"],
    };
}
