namespace Recommender.Lake.Tables;

/// <summary>How SQL and the Glue catalog write a column type.</summary>
public static class ColumnTypeNames
{
    /// <summary>The type in a CAST, the same for DuckDB and Trino.</summary>
    public static string SqlName(this ColumnType type) => type switch
    {
        ColumnType.BigInt => "bigint",
        ColumnType.Integer => "integer",
        ColumnType.Double => "double",
        ColumnType.Boolean => "boolean",
        ColumnType.Varchar => "varchar",
        ColumnType.Date => "date",
        ColumnType.Timestamp => "timestamp",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a column type"),
    };

    /// <summary>The type in a Glue table, which is Hive's: <c>string</c> and <c>int</c>, where Athena's queries say varchar and integer.</summary>
    public static string GlueName(this ColumnType type) => type switch
    {
        ColumnType.Integer => "int",
        ColumnType.Varchar => "string",
        _ => type.SqlName(),
    };
}
