using System.Globalization;
using System.Text;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Bodies;

namespace Recommender.AwsEmulator.S3;

/// <summary>The headers that are kept with an object, and those that tell of one.</summary>
internal static class ObjectHeaders
{
    private const string UserPrefix = "x-amz-meta-";
    private const string EncryptionPrefix = "x-amz-server-side-encryption";
    private const string Tagging = "x-amz-tagging";
    private const int LargestUserMetadata = 2048;

    private static readonly string[] _kept =
        ["Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Type", "Expires", "x-amz-storage-class", Tagging, "x-amz-website-redirect-location"];

    // What a presigned address may have the answer say.
    private static readonly string[] _overridden = ["Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Type", "Expires"];

    /// <summary>Reads those that are kept.</summary>
    /// <exception cref="AwsFaultException">There is more than is allowed.</exception>
    public static Dictionary<string, string> Read(EmulatorRequest request)
    {
        var kept = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Context.Request.Headers)
        {
            if (_kept.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith(UserPrefix, StringComparison.OrdinalIgnoreCase) || name.StartsWith(EncryptionPrefix, StringComparison.OrdinalIgnoreCase))
            {
                kept[name.ToLowerInvariant()] = value.ToString();
            }
        }

        StripCoding(kept);
        kept.TryAdd("content-type", "binary/octet-stream");
        kept.TryAdd(EncryptionPrefix, "AES256");
        var size = kept.Where(header => header.Key.StartsWith(UserPrefix, StringComparison.Ordinal)).Sum(header => Encoding.UTF8.GetByteCount(header.Key) - UserPrefix.Length + Encoding.UTF8.GetByteCount(header.Value));
        return size <= LargestUserMetadata ? kept : throw new AwsFaultException("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size");
    }

    /// <summary>Whether a header is one of those that a copy takes over from its source.</summary>
    public static bool IsCopied(string name) => !name.StartsWith(EncryptionPrefix, StringComparison.OrdinalIgnoreCase) && name is not "x-amz-storage-class";

    /// <summary>What the answer to a read says of an object.</summary>
    public static void Tell(ServiceAnswer answer, StoredObject stored, EmulatorRequest request)
    {
        foreach (var (name, value) in stored.Headers.Where(header => header.Key is not Tagging && header is not { Key: "x-amz-storage-class", Value: "STANDARD" }))
        {
            answer.Headers[name] = value;
        }

        if (TagsOf(stored) is { Count: > 0 and var count })
        {
            answer.Headers["x-amz-tagging-count"] = count.ToString(CultureInfo.InvariantCulture);
        }

        foreach (var name in _overridden)
        {
            if (request.Parameter($"response-{name.ToLowerInvariant()}") is { } value)
            {
                answer.Headers[name] = value;
            }
        }

        answer.Headers["ETag"] = S3Xml.Quote(stored.ETag);
        answer.Headers["Last-Modified"] = stored.LastModified.ToString("R", CultureInfo.InvariantCulture);
        answer.Headers["Accept-Ranges"] = "bytes";
    }

    /// <summary>An object's tags, in the order in which they were sent.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> TagsOf(StoredObject stored) => EmulatorRequest.ReadPairs(stored.Headers.GetValueOrDefault(Tagging, ""));

    /// <summary>What the answer to a write says of the object.</summary>
    public static void TellWritten(ServiceAnswer answer, StoredObject stored)
    {
        foreach (var (name, value) in stored.Headers.Where(header => header.Key.StartsWith(EncryptionPrefix, StringComparison.Ordinal)))
        {
            answer.Headers[name] = value;
        }
    }

    /// <summary>What an answer says of a checksum.</summary>
    public static void Tell(ServiceAnswer answer, StoredChecksum? checksum, bool type = true)
    {
        if (checksum is null)
        {
            return;
        }

        answer.Headers[ChecksumClaim.HeaderOf(checksum.Algorithm)] = checksum.Value;
        if (type)
        {
            answer.Headers["x-amz-checksum-type"] = checksum.Type;
        }
    }

    // aws-chunked is how the body came, not how the object is coded.
    private static void StripCoding(Dictionary<string, string> kept)
    {
        if (kept.Remove("content-encoding", out var codings))
        {
            var own = string.Join(',', codings.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(coding => coding != "aws-chunked"));
            if (own.Length > 0)
            {
                kept["content-encoding"] = own;
            }
        }
    }
}
