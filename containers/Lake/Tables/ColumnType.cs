namespace Recommender.Lake.Tables;

/// <summary>The column types that Athena and DuckDB hold and compare alike.</summary>
public enum ColumnType
{
    /// <summary>64-bit integer.</summary>
    BigInt,

    /// <summary>32-bit integer.</summary>
    Integer,

    /// <summary>64-bit floating point.</summary>
    Double,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>UTF-8 text.</summary>
    Varchar,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A moment in UTC, to the millisecond, without a zone.</summary>
    Timestamp,
}
