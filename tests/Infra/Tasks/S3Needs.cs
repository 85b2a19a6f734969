using System.Text.RegularExpressions;
using System.Xml.Linq;
using Recommender.AwsEmulator.Http;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>The rights that requests of S3 need (Amazon S3 user guide, "Required permissions for Amazon S3 API operations"), and those on the key of what lies there.</summary>
/// <param name="key">The key's ARN.</param>
internal sealed partial class S3Needs(string key)
{
    private static readonly (string, string) _through = ("kms:ViaService", $"s3.{CloudNames.Region}.amazonaws.com");

    /// <summary>The rights that a request needs.</summary>
    /// <exception cref="NotSupportedException">The operation is one whose rights are not known here.</exception>
    public IEnumerable<IamRequest> Of(LoggedRequest request)
    {
        // Whoever may not list a bucket is told "forbidden" where there is nothing.
        var (bucket, name) = Place(request.Subject);
        return Done(request, bucket, name).Concat(request.Status == 404 ? [List(bucket, name)] : []);
    }

    /// <summary>Reading an object.</summary>
    public IEnumerable<IamRequest> Read(string bucket, string name) => [new("s3:GetObject", Arn(bucket, name)), Key("kms:Decrypt")];

    /// <summary>Writing an object. A large one goes in parts, which are given up where one of them fails; and the key is asked for what it began with.</summary>
    public IEnumerable<IamRequest> Write(string bucket, string name) =>
    [
        new("s3:PutObject", Arn(bucket, name)),
        Key("kms:GenerateDataKey"),
        .. name.EndsWith(".parquet", StringComparison.Ordinal) ? (IamRequest[])[new("s3:AbortMultipartUpload", Arn(bucket, name)), Key("kms:Decrypt")] : [],
    ];

    /// <summary>Listing what begins with a prefix.</summary>
    public IamRequest List(string bucket, string prefix) => new IamRequest("s3:ListBucket", $"arn:aws:s3:::{bucket}").With(("s3:prefix", prefix));

    private IEnumerable<IamRequest> Done(LoggedRequest request, string bucket, string name) => request.Operation switch
    {
        "GetObject" or "HeadObject" => Read(bucket, name),
        "PutObject" or "CreateMultipartUpload" or "UploadPart" or "CompleteMultipartUpload" => [.. Write(bucket, name), .. Condition(request)],
        "CopyObject" or "UploadPartCopy" => [.. Source(request), .. Write(bucket, name)],
        "AbortMultipartUpload" => [new("s3:AbortMultipartUpload", Arn(bucket, name))],
        "DeleteObject" => [new("s3:DeleteObject", Arn(bucket, name)), .. Condition(request)],
        "DeleteObjects" => XDocument.Parse(request.RequestBody).Descendants().Where(element => element.Name.LocalName == "Key").Select(element => new IamRequest("s3:DeleteObject", Arn(bucket, element.Value))),
        "ListObjectsV2" => [List(bucket, Prefix().Match(request.Target) is { Success: true } match ? Uri.UnescapeDataString(match.Groups[1].Value) : "")],
        _ => throw new NotSupportedException($"S3 {request.Operation}: write down here what right it needs"),
    };

    private IEnumerable<IamRequest> Source(LoggedRequest request)
    {
        var (bucket, name) = Place(Uri.UnescapeDataString(request.RequestHeaders["x-amz-copy-source"]).TrimStart('/'));
        return Read(bucket, name);
    }

    // Comparing an ETag is reading (Amazon S3 user guide, "Enforce conditional deletes"); whether there is any object is told to all who may write.
    private static IEnumerable<IamRequest> Condition(LoggedRequest request) =>
        request.RequestHeaders.TryGetValue("If-Match", out var tag) && tag != "*" ? [new("s3:GetObject", $"arn:aws:s3:::{request.Subject}")] : [];

    private static (string Bucket, string Name) Place(string subject) => subject.Split('/', 2) is [var bucket, var name] ? (bucket, name) : (subject, "");

    private static string Arn(string bucket, string name) => $"arn:aws:s3:::{bucket}/{name}";

    private IamRequest Key(string action) => new IamRequest(action, key).With(_through);

    [GeneratedRegex(@"[?&]prefix=([^&]*)")]
    private static partial Regex Prefix();
}
