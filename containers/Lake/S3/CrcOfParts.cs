namespace Recommender.Lake.S3;

/// <summary>
/// The CRC-32 of bytes whose parts' CRC-32 are known. A checksum is a remainder of polynomials over GF(2): bytes that follow multiply the
/// first one's by x to the number of their bits.
/// </summary>
internal static class CrcOfParts
{
    private const uint One = 0x8000_0000;

    /// <summary>The checksum of all parts, one behind the other.</summary>
    /// <param name="parts">Checksum and length in bytes of each.</param>
    public static uint Of(IEnumerable<(uint Crc, long Bytes)> parts) =>
        parts.Aggregate(0u, (whole, part) => Multiply(PowerOfX(8 * (ulong)part.Bytes), whole) ^ part.Crc);

    /// <summary>x to a power, modulo the polynomial, by squaring.</summary>
    private static uint PowerOfX(ulong power)
    {
        var result = One;
        for (var square = One >> 1; power > 0; power >>= 1)
        {
            result = (power & 1) != 0 ? Multiply(square, result) : result;
            square = Multiply(square, square);
        }

        return result;
    }

    /// <summary>The product modulo the polynomial; the highest bit is the coefficient of x to the 0.</summary>
    private static uint Multiply(uint one, uint other)
    {
        var product = 0u;
        for (var bit = One; bit != 0; bit >>= 1)
        {
            if ((one & bit) != 0)
            {
                product ^= other;
            }

            other = (other & 1) != 0 ? (other >> 1) ^ Crc.Polynomial32 : other >> 1;
        }

        return product;
    }
}
