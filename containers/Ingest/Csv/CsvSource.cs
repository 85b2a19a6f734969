using System.IO.Compression;
using System.Security.Cryptography;

namespace Recommender.Ingest.Csv;

/// <summary>A CSV file as it lies in a delivery, plain or gzip.</summary>
/// <param name="Path">The file.</param>
public sealed record CsvSource(string Path)
{
    private const int BufferBytes = 1 << 20;

    /// <summary>The file's name without its folder.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Whether the file is gzip, by its name.</summary>
    public bool IsGzip => Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The file's size in bytes, as it lies on disk.</summary>
    public long Bytes => new FileInfo(Path).Length;

    /// <summary>Opens the text's bytes.</summary>
    public Stream OpenText()
    {
        var file = OpenFile();
        return IsGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>The SHA-256 of the file's bytes, lower-case hexadecimal.</summary>
    public string Hash(CancellationToken cancellationToken)
    {
        using var file = OpenFile();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private FileStream OpenFile() => new(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
}
