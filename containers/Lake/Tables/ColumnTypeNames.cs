namespace Recommender.Lake.Tables;

/// <summary>How SQL writes a column type.</summary>
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
}
