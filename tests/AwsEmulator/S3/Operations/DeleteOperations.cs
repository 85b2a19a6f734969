using System.Xml.Linq;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Bodies;

namespace Recommender.AwsEmulator.S3.Operations;

/// <summary>DeleteObject and DeleteObjects.</summary>
internal static class DeleteOperations
{
    private const int MostKeys = 1000;

    /// <summary>DeleteObject; that there is none is no error.</summary>
    public static Task<ServiceAnswer> OneAsync(S3Request request, CancellationToken cancellationToken)
    {
        request.Target.Delete(request.Key, present => Check(request.Http.Header("If-Match"), present));
        return Task.FromResult(ServiceAnswer.Empty(204));
    }

    /// <summary>DeleteObjects.</summary>
    public static Task<ServiceAnswer> ManyAsync(S3Request request, CancellationToken cancellationToken)
    {
        if (request.Http.Header("Content-MD5") is null && ChecksumClaim.Read(request.Http) is null)
        {
            throw S3Faults.InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        }

        var bucket = request.Target;
        var body = request.Xml("Delete");
        var objects = body.Elements("Object").ToList();
        if (objects.Count is 0 or > MostKeys)
        {
            throw S3Faults.MalformedXml();
        }

        var quiet = body.Element("Quiet")?.Value is "true";
        return Task.FromResult(S3Xml.Answer("DeleteResult", objects.Select(each => Delete(bucket, each)).Where(result => !quiet || result.Name.LocalName == "Error")));
    }

    private static XElement Delete(Bucket bucket, XElement named)
    {
        var key = named.Element("Key")?.Value ?? throw S3Faults.MalformedXml();
        try
        {
            bucket.Delete(key, present => Check(named.Element("ETag")?.Value, present));
            return S3Xml.Element("Deleted", S3Xml.Element("Key", key));
        }
        catch (AwsFaultException fault)
        {
            return S3Xml.Element("Error", S3Xml.Element("Key", key), S3Xml.Element("Code", fault.Code), S3Xml.Element("Message", fault.Message));
        }
    }

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
    private static void Check(string? match, StoredObject? present)
    {
        if (match is not null && (present is null || (S3Xml.Unquote(match) is var tag && tag != "*" && tag != present.ETag)))
        {
            throw S3Faults.PreconditionFailed("If-Match");
        }
    }
}
