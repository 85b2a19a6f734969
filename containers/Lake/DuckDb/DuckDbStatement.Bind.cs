using System.Globalization;
using Recommender.Lake.DuckDb.Native;
using static Recommender.Lake.DuckDb.Native.NativeMethods;

namespace Recommender.Lake.DuckDb;

public sealed unsafe partial class DuckDbStatement
{
    /// <summary>Binds a BIGINT.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parameter; so for every overload.</exception>
    public DuckDbStatement Bind(int index1Based, long value) => Bound(index1Based, duckdb_bind_int64(Checked(index1Based), (ulong)index1Based, value));

    /// <summary>Binds an INTEGER.</summary>
    public DuckDbStatement Bind(int index1Based, int value) => Bound(index1Based, duckdb_bind_int32(Checked(index1Based), (ulong)index1Based, value));

    /// <summary>Binds a DOUBLE.</summary>
    public DuckDbStatement Bind(int index1Based, double value) => Bound(index1Based, duckdb_bind_double(Checked(index1Based), (ulong)index1Based, value));

    /// <summary>Binds a BOOLEAN.</summary>
    public DuckDbStatement Bind(int index1Based, bool value) => Bound(index1Based, duckdb_bind_boolean(Checked(index1Based), (ulong)index1Based, value));

    /// <summary>Binds a DATE.</summary>
    public DuckDbStatement Bind(int index1Based, DateOnly value) => Bound(index1Based, duckdb_bind_date(Checked(index1Based), (ulong)index1Based, EpochTime.Days(value)));

    /// <summary>Binds a TIME, to the microsecond.</summary>
    public DuckDbStatement Bind(int index1Based, TimeOnly value) => Bound(index1Based, duckdb_bind_time(Checked(index1Based), (ulong)index1Based, value.Ticks / TimeSpan.TicksPerMicrosecond));

    /// <summary>Binds a TIMESTAMP, to the microsecond; a UTC or local time becomes a TIMESTAMP WITH TIME ZONE.</summary>
    public DuckDbStatement Bind(int index1Based, DateTime value)
    {
        var statement = Checked(index1Based);
        return Bound(index1Based, value.Kind == DateTimeKind.Unspecified
            ? duckdb_bind_timestamp(statement, (ulong)index1Based, EpochTime.Micros(value))
            : duckdb_bind_timestamp_tz(statement, (ulong)index1Based, EpochTime.Micros(value.ToUniversalTime())));
    }

    /// <summary>Binds a DECIMAL as wide as the value needs.</summary>
    public DuckDbStatement Bind(int index1Based, decimal value) => Bound(index1Based, duckdb_bind_decimal(Checked(index1Based), (ulong)index1Based, DecimalCodec.Encode(value)));

    /// <summary>Binds a VARCHAR; null binds NULL.</summary>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public DuckDbStatement Bind(int index1Based, string? value)
    {
        if (value is null)
        {
            return BindNull(index1Based);
        }
        var utf8 = Utf8.GetBytes(value);
        fixed (byte* text = utf8)
        {
            // An empty array gives a null pointer, which the native side must not see.
            byte none = 0;
            return Bound(index1Based, duckdb_bind_varchar_length(Checked(index1Based), (ulong)index1Based, text == null ? &none : text, (ulong)utf8.Length));
        }
    }

    /// <summary>Binds a BLOB; null binds NULL.</summary>
    public DuckDbStatement Bind(int index1Based, byte[]? value)
    {
        if (value is null)
        {
            return BindNull(index1Based);
        }
        fixed (byte* data = value)
        {
            byte none = 0;
            return Bound(index1Based, duckdb_bind_blob(Checked(index1Based), (ulong)index1Based, data == null ? &none : data, (ulong)value.Length));
        }
    }

    /// <summary>Binds a boxed value of any type the other overloads take, or null.</summary>
    /// <exception cref="NotSupportedException">The type is not among them.</exception>
    public DuckDbStatement Bind(int index1Based, object? value) => value switch
    {
        null or DBNull => BindNull(index1Based),
        bool v => Bind(index1Based, v),
        int v => Bind(index1Based, v),
        long v => Bind(index1Based, v),
        short v => Bind(index1Based, (int)v),
        byte v => Bind(index1Based, (int)v),
        uint v => Bind(index1Based, (long)v),
        float v => Bind(index1Based, (double)v),
        double v => Bind(index1Based, v),
        decimal v => Bind(index1Based, v),
        string v => Bind(index1Based, v),
        DateOnly v => Bind(index1Based, v),
        TimeOnly v => Bind(index1Based, v),
        DateTime v => Bind(index1Based, v),
        byte[] v => Bind(index1Based, v),
        _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"Parameter {index1Based}: a {value.GetType().Name} cannot be bound.")),
    };

    /// <summary>Binds NULL.</summary>
    public DuckDbStatement BindNull(int index1Based) => Bound(index1Based, duckdb_bind_null(Checked(index1Based), (ulong)index1Based));

    private PreparedHandle Checked(int index1Based)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        return index1Based >= 1 && index1Based <= ParameterCount
            ? _handle
            : throw new ArgumentOutOfRangeException(nameof(index1Based), index1Based, $"The statement has {ParameterCount} parameters, counted from 1.");
    }

    private DuckDbStatement Bound(int index1Based, int state) => state == 0
        ? this
        : throw DuckDbErrors.Create(
            Text(duckdb_prepare_error(_handle)) ?? $"Parameter {index1Based} does not take this value.",
            DuckDbErrorKind.InvalidInput, _sql, CancellationToken.None);
}
