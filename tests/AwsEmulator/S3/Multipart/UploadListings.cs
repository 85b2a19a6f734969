using System.Globalization;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Operations;

namespace Recommender.AwsEmulator.S3.Multipart;

/// <summary>Listings of uploads and of their parts.</summary>
internal static class UploadListings
{
    private const int MostParts = 1000;

    /// <summary>ListParts.</summary>
    public static ServiceAnswer Parts(S3Request request, Upload upload)
    {
        var (after, most) = (Number(request, "part-number-marker", 0), Math.Min(MostParts, Number(request, "max-parts", MostParts)));
        var rest = upload.Parts.Where(part => part.Number > after).ToList();
        var page = rest.Take(most).ToList();
        return S3Xml.Answer(
            "ListPartsResult",
            S3Xml.Element("Bucket", upload.Bucket),
            S3Xml.Element("Key", upload.Key),
            S3Xml.Element("UploadId", upload.Id),
            Person("Initiator", request),
            Person("Owner", request),
            S3Xml.Element("StorageClass", upload.Headers.GetValueOrDefault("x-amz-storage-class", "STANDARD")),
            S3Xml.Element("PartNumberMarker", after),
            S3Xml.Optional("NextPartNumberMarker", page.Count == 0 ? null : page[^1].Number.ToString(CultureInfo.InvariantCulture)),
            S3Xml.Element("MaxParts", most),
            S3Xml.Element("IsTruncated", rest.Count > page.Count),
            upload.Checksum.Asked ? new[] { S3Xml.Element("ChecksumAlgorithm", upload.Checksum.Algorithm), S3Xml.Element("ChecksumType", upload.Checksum.Type) } : null,
            page.Select(part => S3Xml.Element(
                "Part",
                S3Xml.Element("PartNumber", part.Number),
                S3Xml.Element("LastModified", S3Xml.Time(part.LastModified)),
                S3Xml.Element("ETag", S3Xml.Quote(part.ETag)),
                S3Xml.Element("Size", part.Size),
                upload.Checksum.Asked ? S3Xml.Element($"Checksum{part.Checksum.Algorithm}", part.Checksum.Value) : null)));
    }

    /// <summary>ListMultipartUploads.</summary>
    public static ServiceAnswer Uploads(S3Request request, IReadOnlyList<Upload> open)
    {
        var arguments = new ListArguments(request.Http, "max-uploads");
        var (key, id) = (request.Http.Parameter("key-marker") ?? "", request.Http.Parameter("upload-id-marker") ?? "");
        var common = arguments.Delimiter.Length > 0 && key.EndsWith(arguments.Delimiter, StringComparison.Ordinal) ? key : null;
        var rest = open.Where(upload => upload.Key.StartsWith(arguments.Prefix, StringComparison.Ordinal) && IsAfter(open, upload, key, id));
        var page = Listing<Upload>.Of(rest, upload => upload.Key, arguments.Prefix, arguments.Delimiter, common, arguments.Count);
        var last = page.IsTruncated && page.Items.Count > 0 && page.Items[^1].Key == page.Last ? page.Items[^1].Id : null;
        return S3Xml.Answer(
            "ListMultipartUploadsResult",
            S3Xml.Element("Bucket", request.Bucket),
            S3Xml.Element("KeyMarker", arguments.Encode(key)),
            S3Xml.Element("UploadIdMarker", id),
            S3Xml.Optional("NextKeyMarker", page.IsTruncated ? arguments.Encode(page.Last!) : null),
            S3Xml.Optional("NextUploadIdMarker", last),
            arguments.Elements("MaxUploads"),
            S3Xml.Element("IsTruncated", page.IsTruncated),
            page.Items.Select(upload => S3Xml.Element(
                "Upload",
                S3Xml.Element("Key", arguments.Encode(upload.Key)),
                S3Xml.Element("UploadId", upload.Id),
                Person("Initiator", request),
                Person("Owner", request),
                S3Xml.Element("StorageClass", upload.Headers.GetValueOrDefault("x-amz-storage-class", "STANDARD")),
                S3Xml.Element("Initiated", S3Xml.Time(upload.BegunAt)),
                upload.Checksum.Asked ? new[] { S3Xml.Element("ChecksumAlgorithm", upload.Checksum.Algorithm), S3Xml.Element("ChecksumType", upload.Checksum.Type) } : null)),
            arguments.Elements(page.Prefixes));
    }

    // Behind the key marker; of its own key, with an upload marker, those that stand behind that.
    private static bool IsAfter(IReadOnlyList<Upload> open, Upload upload, string key, string id)
    {
        var order = Utf8Order.Instance.Compare(upload.Key, key);
        return order > 0 || (order == 0 && id.Length > 0 && open.SkipWhile(other => other.Id != id).Skip(1).Contains(upload));
    }

    private static System.Xml.Linq.XElement Person(string name, S3Request request) => S3Xml.Element(name, S3Xml.Element("ID", request.State.Options.Account));

    private static int Number(S3Request request, string name, int fallback) => request.Http.Parameter(name) switch
    {
        null or "" => fallback,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw S3Faults.InvalidArgument($"Provided {name} not an integer or within integer range", name, text),
    };
}
