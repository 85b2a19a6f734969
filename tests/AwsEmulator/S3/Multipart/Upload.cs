using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3.Multipart;

/// <summary>An upload in parts that has begun. Safe for concurrent use.</summary>
/// <param name="id">Its id.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="key">The key.</param>
/// <param name="headers">What is kept with the object.</param>
/// <param name="checksum">How the parts and the object are summed.</param>
/// <param name="begunAt">When it began.</param>
internal sealed class Upload(string id, string bucket, string key, IReadOnlyDictionary<string, string> headers, UploadChecksum checksum, DateTimeOffset begunAt)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, UploadPart> _parts = [];
    private bool _ended;

    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>The bucket.</summary>
    public string Bucket { get; } = bucket;

    /// <summary>The key.</summary>
    public string Key { get; } = key;

    /// <summary>What is kept with the object.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; } = headers;

    /// <summary>How the parts and the object are summed.</summary>
    public UploadChecksum Checksum { get; } = checksum;

    /// <summary>When it began.</summary>
    public DateTimeOffset BegunAt { get; } = begunAt;

    /// <summary>The answer's object and the parts that it was made of, once it is complete; null before.</summary>
    public CompletedUpload? Completed { get; private set; }

    /// <summary>One completion at a time.</summary>
    public SemaphoreSlim Completion { get; } = new(1);

    /// <summary>The parts that are there, by number.</summary>
    public IReadOnlyList<UploadPart> Parts
    {
        get
        {
            lock (_lock)
            {
                return [.. _parts.Values];
            }
        }
    }

    /// <summary>Puts a part in place of the one with its number.</summary>
    /// <exception cref="AwsFaultException">The upload has ended meanwhile.</exception>
    public void Add(UploadPart part)
    {
        lock (_lock)
        {
            if (_ended)
            {
                throw S3Faults.NoSuchUpload(Id);
            }

            if (_parts.TryGetValue(part.Number, out var old))
            {
                File.Delete(old.File);
            }

            _parts[part.Number] = part;
        }
    }

    /// <summary>Ends it: no part is taken any more, and those that are there go.</summary>
    /// <param name="completed">What became of it; null where it was given up.</param>
    public void End(CompletedUpload? completed)
    {
        lock (_lock)
        {
            _ended = true;
            Completed = completed;
            foreach (var part in _parts.Values)
            {
                File.Delete(part.File);
            }

            _parts.Clear();
        }
    }
}
