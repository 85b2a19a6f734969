using System.Numerics;
using System.Text;
using Recommender.Lake.DuckDb.Native;

namespace Recommender.Lake.DuckDb;

/// <summary>Boxes one value of any type.</summary>
internal static class ValueReader
{
    private const long Seconds = 1;
    private const long Millis = 1_000;
    private const long Micros = 1_000_000;
    private const long Nanos = 1_000_000_000;

    internal static object? Read(in VectorView vector, TypeInfo type, long row) => type.Type == DuckDbType.SqlNull || vector.IsNull(row)
        ? null
        : type.Type switch
        {
            DuckDbType.Boolean => vector.Value<byte>(row) != 0,
            DuckDbType.TinyInt => vector.Value<sbyte>(row),
            DuckDbType.SmallInt => vector.Value<short>(row),
            DuckDbType.Integer => vector.Value<int>(row),
            DuckDbType.BigInt => vector.Value<long>(row),
            DuckDbType.UTinyInt => vector.Value<byte>(row),
            DuckDbType.USmallInt => vector.Value<ushort>(row),
            DuckDbType.UInteger => vector.Value<uint>(row),
            DuckDbType.UBigInt => vector.Value<ulong>(row),
            DuckDbType.HugeInt => (BigInteger)vector.Value<Int128>(row),
            DuckDbType.UHugeInt => (BigInteger)vector.Value<UInt128>(row),
            DuckDbType.Float => vector.Value<float>(row),
            DuckDbType.Double => vector.Value<double>(row),
            DuckDbType.Decimal => DecimalCodec.Decode(Unscaled(vector, type.ValueSize, row), type.Scale),
            DuckDbType.Date => EpochTime.Date(vector.Value<int>(row)),
            DuckDbType.Time => TimeOfDay(vector.Value<long>(row) * TimeSpan.TicksPerMicrosecond),
            DuckDbType.TimeNs => TimeOfDay(vector.Value<long>(row) / TimeSpan.NanosecondsPerTick),
            DuckDbType.TimestampS => EpochTime.Time(vector.Value<long>(row), Seconds, DateTimeKind.Unspecified),
            DuckDbType.TimestampMs => EpochTime.Time(vector.Value<long>(row), Millis, DateTimeKind.Unspecified),
            DuckDbType.Timestamp => EpochTime.Time(vector.Value<long>(row), Micros, DateTimeKind.Unspecified),
            DuckDbType.TimestampNs => EpochTime.Time(vector.Value<long>(row), Nanos, DateTimeKind.Unspecified),
            DuckDbType.TimestampTz => EpochTime.Time(vector.Value<long>(row), Micros, DateTimeKind.Utc),
            DuckDbType.Interval => vector.Value<DuckDbInterval>(row),
            DuckDbType.Varchar => Encoding.UTF8.GetString(vector.Bytes(row)),
            DuckDbType.Blob => vector.Bytes(row).ToArray(),
            DuckDbType.Bit => BitString(vector.Bytes(row)),
            DuckDbType.Uuid => UuidCodec.Decode(vector.Value<UInt128>(row)),
            DuckDbType.Enum => type.EnumValues[EnumNumber(vector, type.ValueSize, row)],
            DuckDbType.List or DuckDbType.Array or DuckDbType.Map or DuckDbType.Struct or DuckDbType.Union
                => NestedValueReader.Read(vector, type, row),
            _ => throw new NotSupportedException($"A value of type {type.Type} cannot be read; cast it in the query, say to VARCHAR."),
        };

    private static Int128 Unscaled(in VectorView vector, int size, long row) => size switch
    {
        2 => vector.Value<short>(row),
        4 => vector.Value<int>(row),
        8 => vector.Value<long>(row),
        _ => vector.Value<Int128>(row),
    };

    private static uint EnumNumber(in VectorView vector, int size, long row) => size switch
    {
        1 => vector.Value<byte>(row),
        2 => vector.Value<ushort>(row),
        _ => vector.Value<uint>(row),
    };

    private static TimeOnly TimeOfDay(long ticks) => ticks < TimeSpan.TicksPerDay
        ? new TimeOnly(ticks)
        : throw new OverflowException("The TIME is 24:00:00, which .NET's TimeOnly does not hold; cast it to VARCHAR.");

    /// <summary>First byte: how many bits at the start of the second are padding.</summary>
    private static string BitString(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 8);
        for (var bit = (int)bytes[0]; bit < (bytes.Length - 1) * 8; bit++)
        {
            text.Append((bytes[1 + bit / 8] >> (7 - bit % 8) & 1) == 0 ? '0' : '1');
        }
        return text.ToString();
    }
}
