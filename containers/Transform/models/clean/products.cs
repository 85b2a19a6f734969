using Recommender.Lake.Checks;
using Recommender.Lake.Tables;

namespace Recommender.Transform.Models.Clean;

/// <summary><c>clean.products</c>: the products of the catalogue.</summary>
internal static class Products
{
    public static TableName Name { get; } = new(Zone.Clean, "products");

    public static TableDeclaration Table { get; } = new()
    {
        Name = Name,
        Description = "One row is one product of the catalogue.",
        Columns =
        [
            new("product_id", ColumnType.BigInt, "The product's id, from 1."),
            new("product_name", ColumnType.Varchar, "The product's name, trimmed, not empty."),
            new("aisle_id", ColumnType.BigInt, "Its aisle."),
            new("department_id", ColumnType.BigInt, "Its department."),
        ],
        Grain = ["product_id"],
        Checks =
        [
            new RowCountCheck(1),
            new RangeCheck("product_id", 1, null),
            new NoRowsCheck(
                "every product has a name",
                "select * from {table} where product_name = ''"),
            new RelationshipCheck("aisle_id", Aisles.Name, "aisle_id"),
            new RelationshipCheck("department_id", Departments.Name, "department_id"),
        ],
        HasQuarantine = true,
    };
}
