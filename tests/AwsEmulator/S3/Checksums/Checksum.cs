using System.Security.Cryptography;

namespace Recommender.AwsEmulator.S3.Checksums;

/// <summary>A checksum that bytes are added to.</summary>
internal abstract class Checksum : IDisposable
{
    /// <summary>The algorithms' names, as they are said in x-amz-checksum-algorithm.</summary>
    public static IReadOnlyList<string> Algorithms { get; } = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"];

    /// <summary>The algorithm that S3 takes where nobody names one.</summary>
    public const string Default = "CRC64NVME";

    /// <summary>Begins one.</summary>
    /// <param name="algorithm">One of <see cref="Algorithms"/>, or MD5.</param>
    public static Checksum Begin(string algorithm) => algorithm switch
    {
        "CRC32" => new CyclicChecksum(CyclicTable.Crc32),
        "CRC32C" => new CyclicChecksum(CyclicTable.Crc32C),
        "CRC64NVME" => new CyclicChecksum(CyclicTable.Crc64Nvme),
        "SHA1" => new HashChecksum(HashAlgorithmName.SHA1),
        "SHA256" => new HashChecksum(HashAlgorithmName.SHA256),
        "MD5" => new HashChecksum(HashAlgorithmName.MD5),
        _ => throw new ArgumentException($"there is no checksum algorithm {algorithm}", nameof(algorithm)),
    };

    /// <summary>The checksum of bytes.</summary>
    public static byte[] Of(string algorithm, ReadOnlySpan<byte> bytes)
    {
        using var checksum = Begin(algorithm);
        checksum.Append(bytes);
        return checksum.End();
    }

    /// <summary>The checksums of what is left of a stream.</summary>
    public static IReadOnlyList<byte[]> Of(Stream stream, params IReadOnlyList<string> algorithms)
    {
        var checksums = algorithms.Select(Begin).ToList();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            checksums.ForEach(checksum => checksum.Append(buffer.AsSpan(0, read)));
        }

        var sums = checksums.Select(checksum => checksum.End()).ToList();
        checksums.ForEach(checksum => checksum.Dispose());
        return sums;
    }

    /// <summary>Adds bytes.</summary>
    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>The checksum of all that was added. Nothing is added after this.</summary>
    public abstract byte[] End();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what it holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
