using System.Globalization;
using System.Numerics;

namespace Recommender.Lake.DuckDb;

/// <summary>Writes one boxed value of any type into a chunk.</summary>
internal static class BoxedWriter
{
    internal static void Write(DuckDbChunkWriter writer, int column, int row, object? value)
    {
        if (value is null or DBNull)
        {
            writer.SetNull(column, row);
            return;
        }
        // The row may have been tried before, with a NULL here.
        writer.SetValid(column, row);
        var type = writer.Type(column);
        try
        {
            Write(writer, type, column, row, value);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException)
        {
            throw new InvalidCastException($"Column {column} is of type {type.Type}; a {value.GetType().Name} cannot be written to it: {e.Message}", e);
        }
    }

    private static void Write(DuckDbChunkWriter writer, TypeInfo type, int column, int row, object value)
    {
        switch (type.Type)
        {
            case DuckDbType.Boolean: writer.Column<bool>(column)[row] = (bool)value; break;
            case DuckDbType.TinyInt: writer.Column<sbyte>(column)[row] = sbyte.CreateChecked(Integer(value)); break;
            case DuckDbType.SmallInt: writer.Column<short>(column)[row] = short.CreateChecked(Integer(value)); break;
            case DuckDbType.Integer: writer.Column<int>(column)[row] = int.CreateChecked(Integer(value)); break;
            case DuckDbType.BigInt: writer.Column<long>(column)[row] = long.CreateChecked(Integer(value)); break;
            case DuckDbType.UTinyInt: writer.Column<byte>(column)[row] = byte.CreateChecked(Integer(value)); break;
            case DuckDbType.USmallInt: writer.Column<ushort>(column)[row] = ushort.CreateChecked(Integer(value)); break;
            case DuckDbType.UInteger: writer.Column<uint>(column)[row] = uint.CreateChecked(Integer(value)); break;
            case DuckDbType.UBigInt: writer.Column<ulong>(column)[row] = ulong.CreateChecked(Integer(value)); break;
            case DuckDbType.HugeInt: writer.Column<Int128>(column)[row] = Int128.CreateChecked(Integer(value)); break;
            case DuckDbType.UHugeInt: writer.Column<UInt128>(column)[row] = UInt128.CreateChecked(Integer(value)); break;
            case DuckDbType.Float: writer.Column<float>(column)[row] = Convert.ToSingle(value, CultureInfo.InvariantCulture); break;
            case DuckDbType.Double: writer.Column<double>(column)[row] = Convert.ToDouble(value, CultureInfo.InvariantCulture); break;
            case DuckDbType.Decimal: WriteDecimal(writer, type, column, row, Convert.ToDecimal(value, CultureInfo.InvariantCulture)); break;
            case DuckDbType.Date: writer.Column<int>(column)[row] = EpochTime.Days((DateOnly)value); break;
            case DuckDbType.Time: writer.Column<long>(column)[row] = ((TimeOnly)value).Ticks / TimeSpan.TicksPerMicrosecond; break;
            case DuckDbType.TimeNs: writer.Column<long>(column)[row] = ((TimeOnly)value).Ticks * TimeSpan.NanosecondsPerTick; break;
            case DuckDbType.TimestampS: writer.Column<long>(column)[row] = EpochTime.Count((DateTime)value, TimeSpan.TicksPerSecond); break;
            case DuckDbType.TimestampMs: writer.Column<long>(column)[row] = EpochTime.Count((DateTime)value, TimeSpan.TicksPerMillisecond); break;
            case DuckDbType.TimestampNs: writer.Column<long>(column)[row] = checked(EpochTime.Count((DateTime)value, 1) * TimeSpan.NanosecondsPerTick); break;
            case DuckDbType.Timestamp: writer.Column<long>(column)[row] = EpochTime.Micros((DateTime)value); break;
            case DuckDbType.TimestampTz: writer.Column<long>(column)[row] = EpochTime.Micros(Utc((DateTime)value)); break;
            case DuckDbType.Interval: writer.Column<DuckDbInterval>(column)[row] = (DuckDbInterval)value; break;
            case DuckDbType.Varchar: writer.SetString(column, row, (string)value); break;
            case DuckDbType.Blob: writer.SetString(column, row, (byte[])value); break;
            case DuckDbType.Uuid: writer.Raw(column, row, UuidCodec.Encode((Guid)value)); break;
            case DuckDbType.Enum: WriteEnum(writer, type, column, row, (string)value); break;
            default: throw new InvalidCastException($"Values of type {type.Type} cannot be written one by one.");
        }
    }

    private static BigInteger Integer(object value) => value switch
    {
        long v => v,
        int v => v,
        short v => v,
        sbyte v => v,
        byte v => v,
        ushort v => v,
        uint v => v,
        ulong v => v,
        BigInteger v => v,
        Int128 v => v,
        _ => throw new InvalidCastException($"A {value.GetType().Name} is not an integer."),
    };

    /// <summary>A time without a kind is taken as UTC: the machine's zone must not change what is stored.</summary>
    private static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Unspecified ? time : time.ToUniversalTime();

    private static void WriteDecimal(DuckDbChunkWriter writer, TypeInfo type, int column, int row, decimal value)
    {
        var unscaled = DecimalCodec.Encode(value, type.Width, type.Scale);
        switch (type.ValueSize)
        {
            case 2: writer.Column<short>(column)[row] = (short)unscaled; break;
            case 4: writer.Column<int>(column)[row] = (int)unscaled; break;
            case 8: writer.Column<long>(column)[row] = (long)unscaled; break;
            default: writer.Column<Int128>(column)[row] = unscaled; break;
        }
    }

    private static void WriteEnum(DuckDbChunkWriter writer, TypeInfo type, int column, int row, string value)
    {
        var number = Array.IndexOf(type.EnumValues, value);
        if (number < 0)
        {
            throw new InvalidCastException($"'{value}' is none of the ENUM's values.");
        }
        switch (type.ValueSize)
        {
            case 1: writer.Column<byte>(column)[row] = (byte)number; break;
            case 2: writer.Column<ushort>(column)[row] = (ushort)number; break;
            default: writer.Column<uint>(column)[row] = (uint)number; break;
        }
    }
}
