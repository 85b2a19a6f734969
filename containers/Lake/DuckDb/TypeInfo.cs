using Recommender.Lake.DuckDb.Native;
using static Recommender.Lake.DuckDb.Native.NativeMethods;

namespace Recommender.Lake.DuckDb;

/// <summary>A type with all its parts, read once from DuckDB's logical type.</summary>
internal sealed unsafe class TypeInfo
{
    private TypeInfo(DuckDbType type) => Type = type;

    internal DuckDbType Type { get; }

    /// <summary>Digits of a DECIMAL, and those after its point.</summary>
    internal int Width { get; private init; }

    internal int Scale { get; private init; }

    /// <summary>An ENUM's values, by number.</summary>
    internal string[] EnumValues { get; private init; } = [];

    /// <summary>Names beside <see cref="Parts"/>: a STRUCT's fields, a UNION's members.</summary>
    internal string[] Names { get; private init; } = [];

    /// <summary>A LIST's or ARRAY's element; a MAP's key and value; a STRUCT's fields; a UNION's members.</summary>
    internal TypeInfo[] Parts { get; private init; } = [];

    /// <summary>Elements of an ARRAY.</summary>
    internal int ArraySize { get; private init; }

    internal bool IsNested => Parts.Length > 0 || Type is DuckDbType.Variant;

    /// <summary>Bytes of one value in its vector; 0 for types whose values are spread over child vectors.</summary>
    internal int ValueSize => Type switch
    {
        DuckDbType.Boolean or DuckDbType.TinyInt or DuckDbType.UTinyInt => 1,
        DuckDbType.SmallInt or DuckDbType.USmallInt => 2,
        DuckDbType.Integer or DuckDbType.UInteger or DuckDbType.Float or DuckDbType.Date or DuckDbType.SqlNull => 4,
        DuckDbType.BigInt or DuckDbType.UBigInt or DuckDbType.Double or DuckDbType.Time or DuckDbType.TimeNs or DuckDbType.TimeTz
            or DuckDbType.Timestamp or DuckDbType.TimestampS or DuckDbType.TimestampMs or DuckDbType.TimestampNs or DuckDbType.TimestampTz => 8,
        DuckDbType.HugeInt or DuckDbType.UHugeInt or DuckDbType.Uuid or DuckDbType.Interval
            or DuckDbType.Varchar or DuckDbType.Blob or DuckDbType.Bit or DuckDbType.BigNum or DuckDbType.Geometry
            or DuckDbType.List or DuckDbType.Map => 16,
        DuckDbType.Decimal => Width <= 4 ? 2 : Width <= 9 ? 4 : Width <= 18 ? 8 : 16,
        DuckDbType.Enum => EnumValues.Length <= 256 ? 1 : EnumValues.Length <= 65536 ? 2 : 4,
        _ => 0,
    };

    /// <summary>Reads and releases a logical type.</summary>
    internal static TypeInfo Take(nint logicalType)
    {
        using var handle = new LogicalTypeHandle(logicalType);
        return Read(handle);
    }

    internal static TypeInfo Read(LogicalTypeHandle type)
    {
        var id = duckdb_get_type_id(type);
        return id switch
        {
            DuckDbType.Decimal => new TypeInfo(id) { Width = duckdb_decimal_width(type), Scale = duckdb_decimal_scale(type) },
            DuckDbType.Enum => new TypeInfo(id)
            {
                EnumValues = Each(duckdb_enum_dictionary_size(type), i => TakeText(duckdb_enum_dictionary_value(type, i))!),
            },
            DuckDbType.List => new TypeInfo(id) { Parts = [Take(duckdb_list_type_child_type(type))] },
            DuckDbType.Array => new TypeInfo(id)
            {
                Parts = [Take(duckdb_array_type_child_type(type))],
                ArraySize = checked((int)duckdb_array_type_array_size(type)),
            },
            DuckDbType.Map => new TypeInfo(id) { Parts = [Take(duckdb_map_type_key_type(type)), Take(duckdb_map_type_value_type(type))] },
            DuckDbType.Struct => new TypeInfo(id)
            {
                Names = Each(duckdb_struct_type_child_count(type), i => TakeText(duckdb_struct_type_child_name(type, i)) ?? ""),
                Parts = Each(duckdb_struct_type_child_count(type), i => Take(duckdb_struct_type_child_type(type, i))),
            },
            DuckDbType.Union => new TypeInfo(id)
            {
                Names = Each(duckdb_union_type_member_count(type), i => TakeText(duckdb_union_type_member_name(type, i)) ?? ""),
                Parts = Each(duckdb_union_type_member_count(type), i => Take(duckdb_union_type_member_type(type, i))),
            },
            _ => new TypeInfo(id),
        };
    }

    private static T[] Each<T>(ulong count, Func<ulong, T> make)
    {
        var all = new T[count];
        for (var i = 0UL; i < count; i++)
        {
            all[i] = make(i);
        }
        return all;
    }
}
