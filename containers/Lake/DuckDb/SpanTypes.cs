namespace Recommender.Lake.DuckDb;

/// <summary>Which .NET type a column's vector may be seen as.</summary>
internal static class SpanTypes
{
    /// <summary>Throws unless a vector of <paramref name="column"/> holds values laid out as T.</summary>
    internal static void Check<T>(TypeInfo column, int index)
        where T : unmanaged
    {
        if (!Fits<T>(column))
        {
            throw new InvalidCastException($"Column {index} is {Describe(column)}, which cannot be seen as a span of {typeof(T).Name}{Advice(column)}.");
        }
    }

    // typeof(T) comparisons are constants to the JIT: what remains is one comparison of the column's type.
    private static bool Fits<T>(TypeInfo column)
        where T : unmanaged
    {
        var type = column.Type;
        if (type is DuckDbType.Decimal or DuckDbType.Enum)
        {
            return column.ValueSize switch
            {
                1 => typeof(T) == typeof(byte),
                2 => typeof(T) == (type == DuckDbType.Enum ? typeof(ushort) : typeof(short)),
                4 => typeof(T) == (type == DuckDbType.Enum ? typeof(uint) : typeof(int)),
                8 => typeof(T) == typeof(long),
                _ => typeof(T) == typeof(Int128),
            };
        }
        return typeof(T) == typeof(int) ? type is DuckDbType.Integer or DuckDbType.Date
            : typeof(T) == typeof(long) ? type is DuckDbType.BigInt or DuckDbType.Timestamp or DuckDbType.TimestampS
                or DuckDbType.TimestampMs or DuckDbType.TimestampNs or DuckDbType.TimestampTz or DuckDbType.Time or DuckDbType.TimeNs
            : typeof(T) == typeof(double) ? type is DuckDbType.Double
            : typeof(T) == typeof(float) ? type is DuckDbType.Float
            : typeof(T) == typeof(bool) ? type is DuckDbType.Boolean
            : typeof(T) == typeof(byte) ? type is DuckDbType.UTinyInt or DuckDbType.Boolean
            : typeof(T) == typeof(sbyte) ? type is DuckDbType.TinyInt
            : typeof(T) == typeof(short) ? type is DuckDbType.SmallInt
            : typeof(T) == typeof(ushort) ? type is DuckDbType.USmallInt
            : typeof(T) == typeof(uint) ? type is DuckDbType.UInteger
            : typeof(T) == typeof(ulong) ? type is DuckDbType.UBigInt or DuckDbType.TimeTz
            : typeof(T) == typeof(Int128) ? type is DuckDbType.HugeInt
            : typeof(T) == typeof(UInt128) ? type is DuckDbType.UHugeInt
            : typeof(T) == typeof(DuckDbInterval) && type is DuckDbType.Interval;
    }

    private static string Describe(TypeInfo column) => column.Type switch
    {
        DuckDbType.Decimal => $"a DECIMAL({column.Width},{column.Scale}) stored in {column.ValueSize} bytes",
        DuckDbType.Enum => $"an ENUM of {column.EnumValues.Length} values stored in {column.ValueSize} bytes",
        _ => $"of type {column.Type}",
    };

    private static string Advice(TypeInfo column) => column.Type switch
    {
        DuckDbType.Varchar or DuckDbType.Blob => "; use GetUtf8 or GetString",
        _ when column.IsNested => "; use GetValue",
        _ => "",
    };
}
