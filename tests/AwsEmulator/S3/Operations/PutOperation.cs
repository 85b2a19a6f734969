using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Checksums;
using Recommender.AwsEmulator.S3.Conditions;

namespace Recommender.AwsEmulator.S3.Operations;

/// <summary>PutObject.</summary>
internal static class PutOperation
{
    /// <summary>The largest object that is written in one go, bytes.</summary>
    public const long Largest = 5L << 30;

    /// <summary>PutObject.</summary>
    public static async Task<ServiceAnswer> PutAsync(S3Request request, CancellationToken cancellationToken)
    {
        var bucket = request.Target;
        var condition = WriteCondition.Read(request.Http, bucket);
        var headers = ObjectHeaders.Read(request.Http);
        if ((request.Http.Number("x-amz-decoded-content-length") ?? request.Http.Context.Request.ContentLength) > Largest)
        {
            throw new AwsFaultException("EntityTooLarge", "Your proposed upload exceeds the maximum allowed object size.");
        }

        using var body = await request.ReceiveAsync(Checksum.Default, cancellationToken);
        var stored = bucket.Add(
            body.File,
            new()
            {
                Key = request.Key,
                ETag = body.ETag,
                Size = body.Size,
                LastModified = request.Objects.Now(),
                File = "",
                Headers = headers,
                Checksum = body.Checksum,
            },
            condition);
        var answer = ServiceAnswer.Empty(200);
        answer.Headers["ETag"] = S3Xml.Quote(stored.ETag);
        ObjectHeaders.TellWritten(answer, stored);
        ObjectHeaders.Tell(answer, stored.Checksum);
        return answer;
    }
}
