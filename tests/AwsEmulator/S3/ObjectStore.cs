using Recommender.AwsEmulator.S3.Checksums;

namespace Recommender.AwsEmulator.S3;

/// <summary>
/// Buckets and their objects, as files: the bytes of BUCKET/KEY lie at s3/BUCKET/KEY (see <see cref="PathOf"/>), what else is known of an object aside in
/// s3-meta. Strongly consistent, and an object is replaced in one step. Safe for concurrent use within one process.
/// </summary>
/// <param name="folder">The emulator's folder.</param>
/// <param name="clock">The clock of objects' times.</param>
public sealed class ObjectStore(string folder, TimeProvider clock)
{
    private const string TemporaryFolder = "s3-temporary";
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Bucket> _buckets = Load(folder);
    private long _temporary;

    /// <summary>The buckets' names, sorted.</summary>
    public IReadOnlyList<string> Buckets
    {
        get
        {
            lock (_lock)
            {
                return [.. _buckets.Keys];
            }
        }
    }

    /// <summary>Makes a bucket where there is none of the name.</summary>
    /// <returns>Whether it was made.</returns>
    public bool CreateBucket(string bucket)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        lock (_lock)
        {
            return _buckets.TryAdd(bucket, Bucket.Open(folder, bucket));
        }
    }

    /// <summary>Whether there is such a bucket.</summary>
    public bool HasBucket(string bucket)
    {
        lock (_lock)
        {
            return _buckets.ContainsKey(bucket);
        }
    }

    /// <summary>An object.</summary>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="Http.AwsFaultException">There is no such bucket.</exception>
    public StoredObject? Find(string bucket, string key) => Named(bucket).Find(key);

    /// <summary>The objects whose keys begin with a prefix, in the order of their keys' UTF-8 bytes.</summary>
    /// <exception cref="Http.AwsFaultException">There is no such bucket.</exception>
    public IReadOnlyList<StoredObject> List(string bucket, string prefix) => Named(bucket).List(prefix, after: null);

    /// <summary>The full path of an object's bytes. It holds them until the object is replaced or deleted.</summary>
    public string PathOf(string bucket, StoredObject stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return Named(bucket).PathOf(stored);
    }

    /// <summary>Makes an object of a file, which is moved into the bucket; one that is there is replaced.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <param name="file">The file, best made at <see cref="NewTemporaryFile"/>.</param>
    /// <exception cref="Http.AwsFaultException">There is no such bucket.</exception>
    public StoredObject Add(string bucket, string key, string file)
    {
        using (var stream = File.OpenRead(file))
        {
            var sums = Checksum.Of(stream, "MD5", Checksum.Default);
            return Named(bucket).Add(
                file,
                new()
                {
                    Key = key,
                    ETag = Convert.ToHexStringLower(sums[0]),
                    Size = stream.Length,
                    LastModified = Now(),
                    File = "",
                    Headers = new Dictionary<string, string> { ["content-type"] = "binary/octet-stream" },
                    Checksum = new(Checksum.Default, Convert.ToBase64String(sums[1])),
                },
                condition: null);
        }
    }

    /// <summary>Makes an object of bytes; one that is there is replaced.</summary>
    /// <exception cref="Http.AwsFaultException">There is no such bucket.</exception>
    public StoredObject Add(string bucket, string key, ReadOnlySpan<byte> bytes)
    {
        var file = NewTemporaryFile();
        File.WriteAllBytes(file, bytes);
        return Add(bucket, key, file);
    }

    /// <summary>An object's bytes.</summary>
    /// <exception cref="Http.AwsFaultException">There is no such bucket or object.</exception>
    public byte[] Read(string bucket, string key)
    {
        using var opened = Named(bucket).Open(key, _ => { }).Stream;
        var bytes = new byte[opened.Length];
        opened.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Deletes an object.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="Http.AwsFaultException">There is no such bucket.</exception>
    public bool Delete(string bucket, string key) => Named(bucket).Delete(key, _ => { });

    /// <summary>A path, on the disk of the objects, at which nothing is.</summary>
    public string NewTemporaryFile() =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(folder, TemporaryFolder)).FullName, $"{Environment.ProcessId}-{Interlocked.Increment(ref _temporary)}");

    internal DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());

    internal Bucket Named(string bucket)
    {
        lock (_lock)
        {
            return _buckets.GetValueOrDefault(bucket) ?? throw S3Faults.NoSuchBucket(bucket);
        }
    }

    internal void DeleteBucket(string bucket)
    {
        lock (_lock)
        {
            Named(bucket).Remove();
            _buckets.Remove(bucket);
        }
    }

    private static SortedDictionary<string, Bucket> Load(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, TemporaryFolder)))
        {
            Directory.Delete(Path.Combine(folder, TemporaryFolder), recursive: true);
        }

        var buckets = new SortedDictionary<string, Bucket>(StringComparer.Ordinal);
        foreach (var bucket in Directory.CreateDirectory(Path.Combine(folder, "s3")).EnumerateDirectories())
        {
            buckets.Add(bucket.Name, Bucket.Open(folder, bucket.Name));
        }

        return buckets;
    }
}
