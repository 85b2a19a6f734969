using System.Text.RegularExpressions;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3.Operations;

/// <summary>Operations on buckets themselves.</summary>
internal static partial class BucketOperations
{
    // The region that has no name in constraints.
    private const string FirstRegion = "us-east-1";

    // The old name of a region's constraint, which clients still send.
    private static readonly Dictionary<string, string> _oldNames = new() { ["EU"] = "eu-west-1" };

    /// <summary>ListBuckets.</summary>
    public static Task<ServiceAnswer> ListAsync(S3Request request, CancellationToken cancellationToken) => Task.FromResult(S3Xml.Answer(
        "ListAllMyBucketsResult",
        S3Xml.Element("Owner", S3Xml.Element("ID", request.State.Options.Account)),
        S3Xml.Element("Buckets", request.Objects.Buckets.Select(bucket => S3Xml.Element(
            "Bucket",
            S3Xml.Element("Name", bucket),
            S3Xml.Element("CreationDate", S3Xml.Time(request.Objects.Named(bucket).CreatedAt)))))));

    /// <summary>GetBucketLocation.</summary>
    public static Task<ServiceAnswer> LocationAsync(S3Request request, CancellationToken cancellationToken)
    {
        _ = request.Target;
        return Task.FromResult(S3Xml.Answer("LocationConstraint", request.State.Options.Region is FirstRegion ? null : request.State.Options.Region));
    }

    /// <summary>GetBucketVersioning: the emulator keeps no versions.</summary>
    public static Task<ServiceAnswer> VersioningAsync(S3Request request, CancellationToken cancellationToken)
    {
        _ = request.Target;
        return Task.FromResult(S3Xml.Answer("VersioningConfiguration"));
    }

    /// <summary>HeadBucket.</summary>
    public static Task<ServiceAnswer> HeadAsync(S3Request request, CancellationToken cancellationToken)
    {
        _ = request.Target;
        var answer = ServiceAnswer.Empty(200);
        answer.Headers["x-amz-bucket-region"] = request.State.Options.Region;
        return Task.FromResult(answer);
    }

    /// <summary>CreateBucket.</summary>
    public static Task<ServiceAnswer> CreateAsync(S3Request request, CancellationToken cancellationToken)
    {
        var region = request.State.Options.Region;
        var constraint = request.Text.Length == 0 ? null : request.Xml("CreateBucketConfiguration").Element("LocationConstraint")?.Value;
        var asked = constraint is null ? FirstRegion : _oldNames.GetValueOrDefault(constraint, constraint);
        if (asked != region)
        {
            throw new AwsFaultException("IllegalLocationConstraintException", $"The {constraint ?? "unspecified"} location constraint is incompatible for the region specific endpoint this request was sent to.");
        }

        if (!BucketName().IsMatch(request.Bucket))
        {
            throw new AwsFaultException("InvalidBucketName", "The specified bucket is not valid.") { Details = new Dictionary<string, string> { ["BucketName"] = request.Bucket } };
        }

        if (!request.Objects.CreateBucket(request.Bucket))
        {
            throw new AwsFaultException("BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", 409);
        }

        var answer = ServiceAnswer.Empty(200);
        answer.Headers["Location"] = $"/{request.Bucket}";
        return Task.FromResult(answer);
    }

    /// <summary>DeleteBucket.</summary>
    public static Task<ServiceAnswer> DeleteAsync(S3Request request, CancellationToken cancellationToken)
    {
        _ = request.Target;
        request.Objects.DeleteBucket(request.Bucket);
        return Task.FromResult(ServiceAnswer.Empty(204));
    }

    [GeneratedRegex("^(?!.*[.]{2})[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex BucketName();
}
