using System.Xml.Linq;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3.Operations;

/// <summary>ListObjectsV2 and the older ListObjects.</summary>
internal static class ListOperations
{
    /// <summary>ListObjectsV2.</summary>
    public static Task<ServiceAnswer> SecondAsync(S3Request request, CancellationToken cancellationToken)
    {
        if (request.Http.Parameter("list-type") is not "2" and var type)
        {
            throw S3Faults.InvalidArgument("Invalid list-type specified in request", "list-type", type ?? "");
        }

        var arguments = new ListArguments(request.Http, "max-keys");
        var (start, token) = (request.Http.Parameter("start-after"), request.Http.Parameter("continuation-token"));
        var (last, common) = token is null ? (start, false) : ListArguments.ReadToken(token);
        var page = Page(request, arguments, last, common ? last : null);
        var owner = request.Http.Parameter("fetch-owner") is "true";
        return Task.FromResult(S3Xml.Answer(
            "ListBucketResult",
            S3Xml.Element("Name", request.Bucket),
            arguments.Elements("MaxKeys"),
            S3Xml.Element("KeyCount", page.Items.Count + page.Prefixes.Count),
            S3Xml.Optional("ContinuationToken", token),
            S3Xml.Optional("NextContinuationToken", page.IsTruncated ? ListArguments.Token(page.Last!, page.Prefixes.Contains(page.Last)) : null),
            S3Xml.Optional("StartAfter", start is null ? null : arguments.Encode(start)),
            S3Xml.Element("IsTruncated", page.IsTruncated),
            page.Items.Select(stored => Element(stored, arguments, owner ? request.State.Options.Account : null)),
            arguments.Elements(page.Prefixes)));
    }

    /// <summary>ListObjects.</summary>
    public static Task<ServiceAnswer> FirstAsync(S3Request request, CancellationToken cancellationToken)
    {
        var arguments = new ListArguments(request.Http, "max-keys");
        var marker = request.Http.Parameter("marker") ?? "";
        var common = arguments.Delimiter.Length > 0 && marker.EndsWith(arguments.Delimiter, StringComparison.Ordinal);
        var page = Page(request, arguments, marker, common ? marker : null);
        return Task.FromResult(S3Xml.Answer(
            "ListBucketResult",
            S3Xml.Element("Name", request.Bucket),
            arguments.Elements("MaxKeys"),
            S3Xml.Element("Marker", arguments.Encode(marker)),
            S3Xml.Optional("NextMarker", page.IsTruncated && arguments.Delimiter.Length > 0 ? arguments.Encode(page.Last!) : null),
            S3Xml.Element("IsTruncated", page.IsTruncated),
            page.Items.Select(stored => Element(stored, arguments, request.State.Options.Account)),
            arguments.Elements(page.Prefixes)));
    }

    private static Listing<StoredObject> Page(S3Request request, ListArguments arguments, string? after, string? seen) =>
        Listing<StoredObject>.Of(request.Target.List(arguments.Prefix, after), stored => stored.Key, arguments.Prefix, arguments.Delimiter, seen, arguments.Count);

    private static XElement Element(StoredObject stored, ListArguments arguments, string? owner) => S3Xml.Element(
        "Contents",
        S3Xml.Element("Key", arguments.Encode(stored.Key)),
        S3Xml.Element("LastModified", S3Xml.Time(stored.LastModified)),
        S3Xml.Element("ETag", S3Xml.Quote(stored.ETag)),
        stored.Checksum is { } checksum ? new[] { S3Xml.Element("ChecksumAlgorithm", checksum.Algorithm), S3Xml.Element("ChecksumType", checksum.Type) } : null,
        S3Xml.Element("Size", stored.Size),
        owner is null ? null : S3Xml.Element("Owner", S3Xml.Element("ID", owner)),
        S3Xml.Element("StorageClass", stored.Headers.GetValueOrDefault("x-amz-storage-class", "STANDARD")));
}
