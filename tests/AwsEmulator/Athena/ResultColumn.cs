using System.Text.Json.Nodes;
using Recommender.Lake.DuckDb;

namespace Recommender.AwsEmulator.Athena;

/// <summary>A column of a result.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as Athena names it.</param>
/// <param name="Precision">Precision as Athena tells it.</param>
/// <param name="Scale">Digits after the point of a decimal; else 0.</param>
internal sealed record ResultColumn(string Name, string Type, int Precision, int Scale)
{
    /// <summary>A column of text, as statements about the catalog yield them.</summary>
    public static ResultColumn Text(string name) => new(name, "string", 0, 0);

    /// <summary>The column that the engine's column becomes.</summary>
    public static ResultColumn Of(string name, DuckDbColumn column)
    {
        var (type, precision) = column.Type switch
        {
            DuckDbType.Boolean => ("boolean", 0),
            DuckDbType.TinyInt => ("tinyint", 3),
            DuckDbType.SmallInt => ("smallint", 5),
            DuckDbType.Integer => ("integer", 10),
            // Trino's sum of whole numbers is a bigint.
            DuckDbType.BigInt or DuckDbType.HugeInt or DuckDbType.UBigInt or DuckDbType.UInteger => ("bigint", 19),
            DuckDbType.Float => ("float", 17),
            DuckDbType.Double => ("double", 17),
            DuckDbType.Decimal => ("decimal", column.Width),
            DuckDbType.Date => ("date", 0),
            DuckDbType.Timestamp or DuckDbType.TimestampS or DuckDbType.TimestampMs or DuckDbType.TimestampNs => ("timestamp", 3),
            DuckDbType.TimestampTz => ("timestamp with time zone", 3),
            DuckDbType.Time => ("time", 3),
            DuckDbType.Blob => ("varbinary", 1_073_741_824),
            DuckDbType.List or DuckDbType.Array => ("array", 0),
            DuckDbType.Map => ("map", 0),
            DuckDbType.Struct => ("row", 0),
            DuckDbType.Interval => ("interval day to second", 0),
            DuckDbType.SqlNull => ("unknown", 0),
            _ => ("varchar", int.MaxValue),
        };
        return new(name, type, precision, column.Type == DuckDbType.Decimal ? column.Scale : 0);
    }

    /// <summary>The ColumnInfo of an answer.</summary>
    public JsonObject ToJson() => new()
    {
        ["CatalogName"] = "hive",
        ["SchemaName"] = "",
        ["TableName"] = "",
        [nameof(Name)] = Name,
        ["Label"] = Name,
        [nameof(Type)] = Type,
        [nameof(Precision)] = Precision,
        [nameof(Scale)] = Scale,
        ["Nullable"] = "UNKNOWN",
        ["CaseSensitive"] = Type is "varchar" or "char",
    };
}
