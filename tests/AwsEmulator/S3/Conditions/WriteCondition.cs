using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3.Conditions;

/// <summary>If-Match and If-None-Match of a write. It is made when the request begins, so that it knows what happened since.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html</remarks>
internal sealed class WriteCondition
{
    private readonly string? _match;
    private readonly bool _none;

    private WriteCondition(string? match, bool none, long begun) => (_match, _none, Begun) = (match, none, begun);

    /// <summary>The bucket's count of changes when the request began.</summary>
    public long Begun { get; }

    /// <summary>Whether there is any condition.</summary>
    public bool Any => _none || _match is not null;

    /// <summary>Reads it.</summary>
    /// <exception cref="AwsFaultException">It is none that S3 knows for writes.</exception>
    public static WriteCondition Read(EmulatorRequest request, Bucket bucket)
    {
        var none = request.Header("If-None-Match");
        var match = request.Header("If-Match");
        return none is not null and not "*" || (none is not null && match is not null)
            ? throw S3Faults.NotImplemented("If-None-Match with something else than *, or together with If-Match")
            : new(match is null ? null : S3Xml.Unquote(match), none is not null, bucket.Changes);
    }

    /// <summary>Checks it.</summary>
    /// <param name="key">The key that is written.</param>
    /// <param name="present">What is there; null for nothing.</param>
    /// <exception cref="AwsFaultException">It does not hold.</exception>
    public void Check(string key, StoredObject? present)
    {
        if (_none && present is not null)
        {
            throw S3Faults.PreconditionFailed("If-None-Match");
        }

        if (_match is null)
        {
            return;
        }

        if (present is null)
        {
            throw S3Faults.NoSuchKey(key);
        }

        if (_match != "*" && _match != present.ETag)
        {
            throw S3Faults.PreconditionFailed("If-Match");
        }
    }
}
