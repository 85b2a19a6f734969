using System.Buffers.Binary;

namespace Recommender.AwsEmulator.S3.Checksums;

/// <summary>A checksum that is a cyclic redundancy check.</summary>
internal sealed class CyclicChecksum(CyclicTable table) : Checksum
{
    private ulong _rest = table.Mask;

    /// <inheritdoc/>
    public override void Append(ReadOnlySpan<byte> bytes) => _rest = table.Append(_rest, bytes);

    /// <inheritdoc/>
    public override byte[] End()
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _rest ^ table.Mask);
        return bytes[^table.Bytes..];
    }
}
