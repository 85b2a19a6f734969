using System.Security.Cryptography;
using Recommender.Lake.Errors;

namespace Recommender.Ingest.Csv;

/// <summary>A CSV file as it lies in a delivery, plain or gzip.</summary>
/// <param name="Path">The file.</param>
public sealed record CsvSource(string Path)
{
    private const int BufferBytes = 1 << 20;

    private readonly (long Bytes, DateTime Written) _found = Stamp(Path);

    /// <summary>Where the file came from, as messages name it; its path where it was not brought here from elsewhere.</summary>
    public string Place { get; init; } = Path;

    /// <summary>The file's name without its folder.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Whether the file is gzip, by its name.</summary>
    public bool IsGzip => Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The file's size in bytes, as it lay on disk when it was found.</summary>
    public long Bytes => _found.Bytes;

    /// <summary>Whether the file's size or time of writing is another than when it was found, or it is gone.</summary>
    public bool HasChanged => Stamp(Path) != _found;

    /// <summary>Opens the text's bytes. Reading a damaged gzip file throws <see cref="InvalidDataException"/>.</summary>
    public Stream OpenText() => IsGzip ? new GzipText(OpenFile()) : OpenFile();

    /// <summary>Reads the text's bytes.</summary>
    /// <param name="read">Reads them.</param>
    /// <exception cref="CallerException">A gzip file is damaged or cut short, or a line is longer than any can be.</exception>
    /// <exception cref="EnvironmentException">The file cannot be read.</exception>
    public T Read<T>(Func<Stream, T> read)
    {
        try
        {
            using var text = OpenText();
            return read(text);
        }
        catch (InvalidDataException error)
        {
            throw new CallerException($"{Place}: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(error);
        }
    }

    /// <summary>The SHA-256 of the file's bytes, lower-case hexadecimal.</summary>
    /// <exception cref="EnvironmentException">The file cannot be read.</exception>
    public string Hash(CancellationToken cancellationToken)
    {
        try
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
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(error);
        }
    }

    private static (long Bytes, DateTime Written) Stamp(string path) =>
        new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : (0, default);

    private EnvironmentException Unreadable(Exception error) => new($"{Place}: it cannot be read: {error.Message}", error);

    private FileStream OpenFile() => new(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
}
