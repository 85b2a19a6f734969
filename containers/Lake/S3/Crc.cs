using System.Buffers.Binary;

namespace Recommender.Lake.S3;

/// <summary>
/// The cyclic checksums that S3 keeps of objects: reflected, all ones before and after (CRC-32 of ISO-HDLC, CRC-32C of iSCSI, CRC-64 of NVME in
/// the catalogue of parametrised CRC algorithms). Eight bytes are taken at a time, by eight tables.
/// </summary>
internal sealed class Crc
{
    /// <summary>The polynomial of CRC-32, reflected.</summary>
    public const uint Polynomial32 = 0xEDB88320;

    private readonly ulong[][] _tables;
    private readonly int _bytes;
    private readonly ulong _ones;
    private ulong _state;

    private Crc(ulong polynomial, int bytes)
    {
        _bytes = bytes;
        _ones = bytes == 8 ? ulong.MaxValue : uint.MaxValue;
        _state = _ones;
        _tables = [.. Enumerable.Range(0, 8).Select(_ => new ulong[256])];
        for (var value = 0; value < 256; value++)
        {
            var crc = (ulong)value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ polynomial : crc >> 1;
            }

            _tables[0][value] = crc;
        }

        for (var table = 1; table < 8; table++)
        {
            for (var value = 0; value < 256; value++)
            {
                var before = _tables[table - 1][value];
                _tables[table][value] = (before >> 8) ^ _tables[0][before & 0xFF];
            }
        }
    }

    /// <summary>CRC-32.</summary>
    public static Crc Crc32() => new(Polynomial32, 4);

    /// <summary>CRC-32C.</summary>
    public static Crc Crc32C() => new(0x82F63B78, 4);

    /// <summary>CRC-64/NVME.</summary>
    public static Crc Crc64Nvme() => new(0x9A6C9329AC4BC9B5, 8);

    /// <summary>The checksum of what was added.</summary>
    public ulong Value => _state ^ _ones;

    /// <summary>The same as S3 writes it: its bytes, the highest first, in base 64.</summary>
    public string Text => TextOf(Value, _bytes);

    /// <summary>A checksum as S3 writes it.</summary>
    /// <param name="value">The checksum.</param>
    /// <param name="bytes">How many bytes it has.</param>
    public static string TextOf(ulong value, int bytes)
    {
        Span<byte> all = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(all, value);
        return Convert.ToBase64String(all[(8 - bytes)..]);
    }

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> data)
    {
        var crc = _state;
        for (; data.Length >= 8; data = data[8..])
        {
            crc ^= BinaryPrimitives.ReadUInt64LittleEndian(data);
            crc = _tables[7][crc & 0xFF] ^ _tables[6][(crc >> 8) & 0xFF] ^ _tables[5][(crc >> 16) & 0xFF] ^ _tables[4][(crc >> 24) & 0xFF]
                ^ _tables[3][(crc >> 32) & 0xFF] ^ _tables[2][(crc >> 40) & 0xFF] ^ _tables[1][(crc >> 48) & 0xFF] ^ _tables[0][crc >> 56];
        }

        foreach (var next in data)
        {
            crc = (crc >> 8) ^ _tables[0][(crc ^ next) & 0xFF];
        }

        _state = crc;
    }

    /// <summary>Adds a file, or a part of it.</summary>
    public async Task AddAsync(string file, long offset, long length, CancellationToken cancellationToken)
    {
        using var handle = File.OpenHandle(file, options: FileOptions.Asynchronous | FileOptions.SequentialScan);
        var buffer = new byte[(int)Math.Min(length, 1 << 20)];
        for (var done = 0L; done < length;)
        {
            var read = await RandomAccess.ReadAsync(handle, buffer.AsMemory(0, (int)Math.Min(buffer.Length, length - done)), offset + done, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                throw new EndOfStreamException($"{file} has less than the {offset + length} bytes it had");
            }

            Add(buffer.AsSpan(0, read));
            done += read;
        }
    }
}
