namespace Recommender.AwsEmulator.S3;

/// <summary>An object that lies in a bucket. It is never changed: a new one takes its place.</summary>
public sealed record StoredObject
{
    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>The entity tag without quotes: the MD5 of the bytes, or for a multipart object that of its parts' MD5s with a dash and their number.</summary>
    public required string ETag { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>When it was written, UTC, in whole seconds.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>Where its bytes lie: a path below the bucket's folder.</summary>
    public required string File { get; init; }

    /// <summary>What was sent along and is given back: content type, user metadata…</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The checksum that was sent along or asked for: its algorithm (CRC32, CRC32C, CRC64NVME, SHA1, SHA256), type and value in base64; null for none.</summary>
    public StoredChecksum? Checksum { get; init; }

    /// <summary>The sizes of the parts that it was uploaded in; empty for an object written in one go.</summary>
    public IReadOnlyList<long> Parts { get; init; } = [];
}
