using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Checksums;
using Recommender.AwsEmulator.S3.Conditions;

namespace Recommender.AwsEmulator.S3.Operations;

/// <summary>CopyObject.</summary>
internal static class CopyOperation
{
    /// <summary>CopyObject.</summary>
    public static async Task<ServiceAnswer> CopyAsync(S3Request request, CancellationToken cancellationToken)
    {
        var bucket = request.Target;
        var condition = WriteCondition.Read(request.Http, bucket);
        var given = ObjectHeaders.Read(request.Http);
        var replaces = request.Http.Header("x-amz-metadata-directive") switch
        {
            null or "COPY" => false,
            "REPLACE" => true,
            var other => throw S3Faults.InvalidArgument("Unknown metadata directive.", "x-amz-metadata-directive", other),
        };
        var source = CopySource.Read(request);
        if (!replaces && source == new CopySource(request.Bucket, request.Key) && request.Http.Header("x-amz-storage-class") is null && request.Http.Header("x-amz-server-side-encryption") is null)
        {
            throw S3Faults.InvalidRequest("This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.");
        }

        var (present, body) = await source.CopyAsync(
            request,
            Whole,
            stored => request.Http.Header("x-amz-checksum-algorithm")?.ToUpperInvariant() ?? stored.Checksum?.Algorithm ?? Checksum.Default,
            cancellationToken);
        using (body)
        {
            var headers = replaces ? given : Merge(present.Headers, given);
            var stored = bucket.Add(
                body.File,
                new() { Key = request.Key, ETag = body.ETag, Size = body.Size, LastModified = request.Objects.Now(), File = "", Headers = headers, Checksum = body.Checksum },
                condition);
            var answer = S3Xml.Answer(
                "CopyObjectResult",
                S3Xml.Element("LastModified", S3Xml.Time(stored.LastModified)),
                S3Xml.Element("ETag", S3Xml.Quote(stored.ETag)),
                S3Xml.Of(stored.Checksum));
            ObjectHeaders.TellWritten(answer, stored);
            return answer;
        }
    }

    private static ByteRange? Whole(StoredObject source) => source.Size <= PutOperation.Largest
        ? null
        : throw S3Faults.InvalidRequest($"The specified copy source is larger than the maximum allowable size for a copy source: {PutOperation.Largest}");

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> source, Dictionary<string, string> given) =>
        source.Where(header => ObjectHeaders.IsCopied(header.Key)).Concat(given.Where(header => !ObjectHeaders.IsCopied(header.Key))).ToDictionary(header => header.Key, header => header.Value);
}
