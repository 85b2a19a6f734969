using System.Security.Cryptography;

namespace Recommender.AwsEmulator.S3.Checksums;

/// <summary>A checksum that is a hash.</summary>
internal sealed class HashChecksum(HashAlgorithmName algorithm) : Checksum
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(algorithm);

    /// <inheritdoc/>
    public override void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    /// <inheritdoc/>
    public override byte[] End() => _hash.GetHashAndReset();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}
