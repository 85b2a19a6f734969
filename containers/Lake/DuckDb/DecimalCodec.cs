using System.Globalization;
using System.Numerics;
using Recommender.Lake.DuckDb.Native;

namespace Recommender.Lake.DuckDb;

/// <summary>Between .NET's decimal (96 bits, scale 0..28) and DuckDB's (128 bits, up to 38 digits).</summary>
internal static class DecimalCodec
{
    private const int MaxScale = 28;

    /// <summary>A value as DuckDB takes it, just wide enough.</summary>
    internal static NativeDecimal Encode(decimal value)
    {
        var unscaled = Unscaled(value);
        var digits = Int128.Abs(unscaled).ToString(CultureInfo.InvariantCulture).Length;
        return new NativeDecimal
        {
            Width = (byte)Math.Max(digits, value.Scale),
            Scale = value.Scale,
            Lower = (ulong)unscaled,
            Upper = (long)(unscaled >> 64),
        };
    }

    /// <summary>value × 10^scale for a column of that scale; digits beyond it are rounded half away from zero, as SQL does.</summary>
    /// <exception cref="OverflowException">Too many digits for <paramref name="width"/>.</exception>
    internal static Int128 Encode(decimal value, int width, int scale)
    {
        var rounded = value.Scale > scale ? Math.Round(value, scale, MidpointRounding.AwayFromZero) : value;
        var unscaled = (BigInteger)Unscaled(rounded) * BigInteger.Pow(10, scale - rounded.Scale);
        return BigInteger.Abs(unscaled) < BigInteger.Pow(10, width)
            ? (Int128)unscaled
            : throw new OverflowException($"{value.ToString(CultureInfo.InvariantCulture)} does not fit a DECIMAL({width},{scale}).");
    }

    /// <summary>unscaled / 10^scale.</summary>
    /// <exception cref="OverflowException">More digits than .NET's decimal holds.</exception>
    internal static decimal Decode(Int128 unscaled, int scale)
    {
        // Zeros at the end are dropped only where the scale or the size needs it.
        while ((scale > MaxScale || Int128.Abs(unscaled) > (Int128)decimal.MaxValue) && scale > 0 && unscaled % 10 == 0)
        {
            unscaled /= 10;
            scale--;
        }
        var magnitude = Int128.Abs(unscaled);
        return scale <= MaxScale && magnitude <= (Int128)decimal.MaxValue
            ? new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), unscaled < 0, (byte)scale)
            : throw new OverflowException("The DECIMAL has more digits than .NET's decimal holds (28); cast it to VARCHAR or DOUBLE.");
    }

    private static Int128 Unscaled(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = (Int128)new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return value < 0 ? -magnitude : magnitude;
    }
}
