using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Bodies;
using Recommender.AwsEmulator.S3.Checksums;

namespace Recommender.AwsEmulator.S3.Multipart;

/// <summary>How an upload in parts is summed.</summary>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Composite">Whether the object's checksum is that of its parts' checksums, rather than of its bytes.</param>
/// <param name="Asked">Whether the client asked for it; otherwise it is S3's default.</param>
internal sealed record UploadChecksum(string Algorithm, bool Composite, bool Asked)
{
    private const string CompositeType = "COMPOSITE";
    private const string FullType = "FULL_OBJECT";

    /// <summary>COMPOSITE or FULL_OBJECT.</summary>
    public string Type => Composite ? CompositeType : FullType;

    /// <summary>Reads it of CreateMultipartUpload.</summary>
    /// <exception cref="AwsFaultException">Algorithm or type is unknown, or they do not go together.</exception>
    public static UploadChecksum Read(EmulatorRequest request)
    {
        var type = request.Header("x-amz-checksum-type")?.ToUpperInvariant();
        if (request.Header("x-amz-checksum-algorithm")?.ToUpperInvariant() is not { } algorithm)
        {
            return type is null ? new(Checksum.Default, Composite: false, Asked: false) : throw S3Faults.InvalidRequest("The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        }

        if (!Checksum.Algorithms.Contains(algorithm))
        {
            throw S3Faults.InvalidRequest("Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
        }

        var composite = type is null ? algorithm != Checksum.Default : type is CompositeType;
        var possible = type is null or CompositeType or FullType && (composite ? algorithm != Checksum.Default : algorithm.StartsWith("CRC", StringComparison.Ordinal));
        return possible ? new(algorithm, composite, Asked: true) : throw S3Faults.InvalidRequest($"The {type} checksum type cannot be used with the {algorithm} checksum algorithm.");
    }

    /// <summary>Checks that a part is summed as was agreed on. Where nothing was, a part may come with any checksum.</summary>
    /// <exception cref="AwsFaultException">It is not.</exception>
    public void CheckPart(ReceivedBody body)
    {
        if (Asked && (body.Sent ? body.Checksum.Algorithm != Algorithm : Composite))
        {
            var actual = body.Sent ? body.Checksum.Algorithm.ToLowerInvariant() : "null";
            throw S3Faults.InvalidRequest($"Checksum Type mismatch occurred, expected checksum Type: {Algorithm.ToLowerInvariant()}, actual checksum Type: {actual}");
        }
    }

    /// <summary>The object's checksum.</summary>
    /// <param name="parts">Its parts.</param>
    /// <param name="whole">The checksum of all bytes.</param>
    public StoredChecksum Of(IReadOnlyList<UploadPart> parts, byte[] whole)
    {
        if (!Composite)
        {
            return new(Algorithm, Convert.ToBase64String(whole), FullType);
        }

        var sums = parts.SelectMany(part => Convert.FromBase64String(part.Checksum.Value)).ToArray();
        return new(Algorithm, $"{Convert.ToBase64String(Checksum.Of(Algorithm, sums))}-{parts.Count}", CompositeType);
    }
}
