using Recommender.Lake.Checks;
using Recommender.Lake.Tables;

namespace Recommender.Transform.Models.Clean;

/// <summary><c>clean.departments</c>: the departments of the catalogue.</summary>
internal static class Departments
{
    public static TableName Name { get; } = new(Zone.Clean, "departments");

    public static TableDeclaration Table { get; } = new()
    {
        Name = Name,
        Description = "One row is one department of the store.",
        Columns =
        [
            new("department_id", ColumnType.BigInt, "The department's id, from 1."),
            new("department", ColumnType.Varchar, "The department's name, trimmed, not empty."),
        ],
        Grain = ["department_id"],
        Checks =
        [
            new RowCountCheck(1),
            new RangeCheck("department_id", 1, null),
            new NoRowsCheck(
                "every department has a name",
                "select * from {table} where department = ''"),
        ],
        HasQuarantine = true,
    };
}
