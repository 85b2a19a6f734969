using System.Diagnostics.CodeAnalysis;

namespace Recommender.Lake.DuckDb;

/// <summary>A column's type; the numbers are <c>duckdb_type</c>'s of DuckDB's C API.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "These are the names of SQL types.")]
public enum DuckDbType
{
    /// <summary>Invalid.</summary>
    Invalid = 0,
    /// <summary>One byte, 0 or 1.</summary>
    Boolean = 1,
    /// <summary>8-bit signed.</summary>
    TinyInt = 2,
    /// <summary>16-bit signed.</summary>
    SmallInt = 3,
    /// <summary>32-bit signed.</summary>
    Integer = 4,
    /// <summary>64-bit signed.</summary>
    BigInt = 5,
    /// <summary>8-bit unsigned.</summary>
    UTinyInt = 6,
    /// <summary>16-bit unsigned.</summary>
    USmallInt = 7,
    /// <summary>32-bit unsigned.</summary>
    UInteger = 8,
    /// <summary>64-bit unsigned.</summary>
    UBigInt = 9,
    /// <summary>32-bit IEEE 754.</summary>
    Float = 10,
    /// <summary>64-bit IEEE 754.</summary>
    Double = 11,
    /// <summary>Microseconds since 1970-01-01, no zone.</summary>
    Timestamp = 12,
    /// <summary>Days since 1970-01-01, 32-bit.</summary>
    Date = 13,
    /// <summary>Microseconds since midnight, 64-bit.</summary>
    Time = 14,
    /// <summary>Months, days and microseconds.</summary>
    Interval = 15,
    /// <summary>128-bit signed.</summary>
    HugeInt = 16,
    /// <summary>128-bit unsigned.</summary>
    UHugeInt = 32,
    /// <summary>UTF-8 text.</summary>
    Varchar = 17,
    /// <summary>Bytes.</summary>
    Blob = 18,
    /// <summary>Fixed point, up to 38 digits.</summary>
    Decimal = 19,
    /// <summary>Seconds since 1970-01-01, 64-bit.</summary>
    TimestampS = 20,
    /// <summary>Milliseconds since 1970-01-01, 64-bit.</summary>
    TimestampMs = 21,
    /// <summary>Nanoseconds since 1970-01-01, 64-bit.</summary>
    TimestampNs = 22,
    /// <summary>One of a list of strings.</summary>
    Enum = 23,
    /// <summary>List.</summary>
    List = 24,
    /// <summary>Struct.</summary>
    Struct = 25,
    /// <summary>Map.</summary>
    Map = 26,
    /// <summary>Array.</summary>
    Array = 33,
    /// <summary>128 bits.</summary>
    Uuid = 27,
    /// <summary>Union.</summary>
    Union = 28,
    /// <summary>Bit.</summary>
    Bit = 29,
    /// <summary>TimeTz.</summary>
    TimeTz = 30,
    /// <summary>Microseconds since 1970-01-01 UTC.</summary>
    TimestampTz = 31,
    /// <summary>Any.</summary>
    Any = 34,
    /// <summary>BigNum.</summary>
    BigNum = 35,
    /// <summary>The type of a bare NULL.</summary>
    SqlNull = 36,
    /// <summary>StringLiteral.</summary>
    StringLiteral = 37,
    /// <summary>IntegerLiteral.</summary>
    IntegerLiteral = 38,
    /// <summary>Nanoseconds since midnight, 64-bit.</summary>
    TimeNs = 39,
    /// <summary>Geometry.</summary>
    Geometry = 40,
    /// <summary>Variant.</summary>
    Variant = 41,
}
