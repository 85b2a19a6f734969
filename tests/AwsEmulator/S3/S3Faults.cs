using System.Globalization;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3;

/// <summary>S3's errors, with the codes and statuses that S3 gives them.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html</remarks>
internal static class S3Faults
{
    /// <summary>A bucket that does not exist.</summary>
    public static AwsFaultException NoSuchBucket(string bucket) => Make("NoSuchBucket", "The specified bucket does not exist", 404, ("BucketName", bucket));

    /// <summary>An object that does not exist.</summary>
    public static AwsFaultException NoSuchKey(string key) => Make("NoSuchKey", "The specified key does not exist.", 404, ("Key", key));

    /// <summary>An upload that does not exist, or does no more.</summary>
    public static AwsFaultException NoSuchUpload(string upload) =>
        Make("NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.", 404, ("UploadId", upload));

    /// <summary>A condition that does not hold.</summary>
    /// <param name="condition">Its header.</param>
    public static AwsFaultException PreconditionFailed(string condition) => Make("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412, ("Condition", condition));

    /// <summary>A conditional write that something else got between.</summary>
    public static AwsFaultException ConditionalRequestConflict(string key) =>
        Make("ConditionalRequestConflict", "The conditional request cannot succeed due to a conflicting operation against this resource.", 409, ("Key", key));

    /// <summary>An object that the client has already.</summary>
    public static AwsFaultException NotModified(string tag) => Make("NotModified", "Not Modified", 304, ("ETag", tag));

    /// <summary>A value that cannot be.</summary>
    public static AwsFaultException InvalidArgument(string message, string name, string value) => Make("InvalidArgument", message, 400, ("ArgumentName", name), ("ArgumentValue", value));

    /// <summary>A request that makes no sense.</summary>
    public static AwsFaultException InvalidRequest(string message) => new("InvalidRequest", message);

    /// <summary>A body that is not the XML that is asked for.</summary>
    public static AwsFaultException MalformedXml() => new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    /// <summary>A signature that is wrong.</summary>
    public static AwsFaultException SignatureDoesNotMatch(string message) => new("SignatureDoesNotMatch", message, 403);

    /// <summary>What this emulator cannot do.</summary>
    public static AwsFaultException NotImplemented(string what) => new("NotImplemented", $"A header you provided implies functionality that is not implemented: {what}", 501);

    /// <summary>A range beyond the object's end.</summary>
    public static AwsFaultException InvalidRange(string range, long size) =>
        Make("InvalidRange", "The requested range is not satisfiable", 416, ("RangeRequested", range), ("ActualObjectSize", size.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A part that was not uploaded, or is not what the client takes it to be.</summary>
    public static AwsFaultException InvalidPart(string upload, int part, string tag) => Make(
        "InvalidPart",
        "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
        400,
        ("UploadId", upload),
        ("PartNumber", part.ToString(CultureInfo.InvariantCulture)),
        ("ETag", tag));

    /// <summary>A part, not the last, that is too small.</summary>
    public static AwsFaultException EntityTooSmall(long size, long least, int part, string tag) => Make(
        "EntityTooSmall",
        "Your proposed upload is smaller than the minimum allowed size",
        400,
        ("ProposedSize", size.ToString(CultureInfo.InvariantCulture)),
        ("MinSizeAllowed", least.ToString(CultureInfo.InvariantCulture)),
        ("PartNumber", part.ToString(CultureInfo.InvariantCulture)),
        ("ETag", tag));

    private static AwsFaultException Make(string code, string message, int status, params (string Name, string Value)[] details) =>
        new(code, message, status) { Details = details.ToDictionary(detail => detail.Name, detail => detail.Value) };
}
