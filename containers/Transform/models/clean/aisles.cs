using Recommender.Lake.Checks;
using Recommender.Lake.Tables;

namespace Recommender.Transform.Models.Clean;

/// <summary><c>clean.aisles</c>: the aisles of the catalogue.</summary>
internal static class Aisles
{
    public static TableName Name { get; } = new(Zone.Clean, "aisles");

    public static TableDeclaration Table { get; } = new()
    {
        Name = Name,
        Description = "One row is one aisle, a shelf group within a department.",
        Columns =
        [
            new("aisle_id", ColumnType.BigInt, "The aisle's id, from 1."),
            new("aisle", ColumnType.Varchar, "The aisle's name, trimmed, not empty."),
        ],
        Grain = ["aisle_id"],
        Checks =
        [
            new RowCountCheck(1),
            new RangeCheck("aisle_id", 1, null),
            new NoRowsCheck(
                "every aisle has a name",
                "select * from {table} where aisle = ''"),
        ],
        HasQuarantine = true,
    };
}
