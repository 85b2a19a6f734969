using System.Buffers.Binary;

namespace Recommender.Lake.DuckDb;

/// <summary>DuckDB keeps a UUID as a 128-bit integer with its top bit flipped, so that integers sort as the texts do.</summary>
internal static class UuidCodec
{
    private static readonly UInt128 TopBit = UInt128.One << 127;

    internal static Guid Decode(UInt128 stored)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, stored ^ TopBit);
        return new Guid(bytes, bigEndian: true);
    }

    internal static UInt128 Encode(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes) ^ TopBit;
    }
}
