namespace Recommender.AwsEmulator.S3.Checksums;

/// <summary>A reflected cyclic redundancy check, by tables that take eight bytes at a time.</summary>
internal sealed class CyclicTable
{
    private const int Slices = 8;
    private readonly ulong[][] _tables = [.. Enumerable.Range(0, Slices).Select(_ => new ulong[256])];

    private CyclicTable(ulong polynomial, int bits)
    {
        (Bytes, Mask) = (bits / 8, bits == 64 ? ulong.MaxValue : (1UL << bits) - 1);
        for (var value = 0; value < 256; value++)
        {
            var rest = (ulong)value;
            for (var bit = 0; bit < 8; bit++)
            {
                rest = (rest & 1) == 0 ? rest >> 1 : (rest >> 1) ^ polynomial;
            }

            _tables[0][value] = rest;
        }

        for (var slice = 1; slice < Slices; slice++)
        {
            for (var value = 0; value < 256; value++)
            {
                var previous = _tables[slice - 1][value];
                _tables[slice][value] = (previous >> 8) ^ _tables[0][(byte)previous];
            }
        }
    }

    /// <summary>CRC-32 of zip files and Ethernet.</summary>
    public static CyclicTable Crc32 { get; } = new(0xEDB88320, 32);

    /// <summary>CRC-32C (Castagnoli).</summary>
    public static CyclicTable Crc32C { get; } = new(0x82F63B78, 32);

    /// <summary>CRC-64/NVME.</summary>
    public static CyclicTable Crc64Nvme { get; } = new(0x9A6C9329AC4BC9B5, 64);

    /// <summary>The checksum's bytes.</summary>
    public int Bytes { get; }

    /// <summary>All bits of it: where it begins, and what it is inverted with at the end.</summary>
    public ulong Mask { get; }

    /// <summary>Goes on over bytes.</summary>
    public ulong Append(ulong rest, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= Slices)
        {
            rest ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            rest = _tables[7][(byte)rest] ^ _tables[6][(byte)(rest >> 8)] ^ _tables[5][(byte)(rest >> 16)] ^ _tables[4][(byte)(rest >> 24)]
                ^ _tables[3][(byte)(rest >> 32)] ^ _tables[2][(byte)(rest >> 40)] ^ _tables[1][(byte)(rest >> 48)] ^ _tables[0][(byte)(rest >> 56)];
            bytes = bytes[Slices..];
        }

        foreach (var value in bytes)
        {
            rest = (rest >> 8) ^ _tables[0][(byte)(rest ^ value)];
        }

        return rest;
    }
}
