using System.Globalization;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Bodies;
using Recommender.AwsEmulator.S3.Conditions;
using Recommender.AwsEmulator.S3.Operations;

namespace Recommender.AwsEmulator.S3.Multipart;

/// <summary>The operations of uploads in parts.</summary>
internal sealed class UploadOperations(UploadStore uploads)
{
    /// <summary>CreateMultipartUpload.</summary>
    public Task<ServiceAnswer> CreateAsync(S3Request request, CancellationToken cancellationToken)
    {
        _ = request.Target;
        var checksum = UploadChecksum.Read(request.Http);
        var upload = uploads.Begin(request.Bucket, request.Key, ObjectHeaders.Read(request.Http), checksum);
        var answer = S3Xml.Answer("InitiateMultipartUploadResult", S3Xml.Element("Bucket", request.Bucket), S3Xml.Element("Key", request.Key), S3Xml.Element("UploadId", upload.Id));
        if (checksum.Asked)
        {
            answer.Headers["x-amz-checksum-algorithm"] = checksum.Algorithm;
            answer.Headers["x-amz-checksum-type"] = checksum.Type;
        }

        return Task.FromResult(answer);
    }

    /// <summary>UploadPart.</summary>
    public async Task<ServiceAnswer> PartAsync(S3Request request, CancellationToken cancellationToken)
    {
        _ = request.Target;
        var upload = uploads.Open(request);
        var number = PartNumber(request);
        using var body = await request.ReceiveAsync(upload.Checksum.Algorithm, cancellationToken);
        upload.Checksum.CheckPart(body);
        var part = Add(request, upload, number, body);
        var answer = ServiceAnswer.Empty(200);
        answer.Headers["ETag"] = S3Xml.Quote(part.ETag);
        ObjectHeaders.Tell(answer, part.Checksum, type: false);
        return answer;
    }

    /// <summary>UploadPartCopy.</summary>
    public async Task<ServiceAnswer> CopyPartAsync(S3Request request, CancellationToken cancellationToken)
    {
        _ = request.Target;
        var upload = uploads.Open(request);
        var number = PartNumber(request);
        var range = request.Http.Header("x-amz-copy-source-range");
        var (_, body) = await CopySource.Read(request).CopyAsync(
            request,
            source => range is null ? null : ByteRange.ReadCopied(range, source.Size),
            _ => upload.Checksum.Algorithm,
            cancellationToken);
        using (body)
        {
            var part = Add(request, upload, number, body);
            return S3Xml.Answer(
                "CopyPartResult",
                S3Xml.Element("LastModified", S3Xml.Time(part.LastModified)),
                S3Xml.Element("ETag", S3Xml.Quote(part.ETag)),
                upload.Checksum.Asked ? S3Xml.Element($"Checksum{part.Checksum.Algorithm}", part.Checksum.Value) : null);
        }
    }

    /// <summary>CompleteMultipartUpload.</summary>
    public async Task<ServiceAnswer> CompleteAsync(S3Request request, CancellationToken cancellationToken)
    {
        var bucket = request.Target;
        var condition = WriteCondition.Read(request.Http, bucket);
        var upload = uploads.Named(request);
        var named = NamedPart.Read(request.Xml("CompleteMultipartUpload"));
        await upload.Completion.WaitAsync(cancellationToken);
        try
        {
            var stored = upload.Completed is { } before && before.Parts.SequenceEqual(named) ? before.Stored
                : upload.Completed is null ? await new UploadCompletion(request, upload, named).RunAsync(bucket, condition, cancellationToken)
                : throw S3Faults.NoSuchUpload(upload.Id);
            var answer = S3Xml.Answer(
                "CompleteMultipartUploadResult",
                S3Xml.Element("Location", new Uri(request.State.Address, $"{request.Bucket}/{CanonicalKey(request.Key)}")),
                S3Xml.Element("Bucket", request.Bucket),
                S3Xml.Element("Key", request.Key),
                S3Xml.Element("ETag", S3Xml.Quote(stored.ETag)),
                S3Xml.Of(stored.Checksum));
            ObjectHeaders.TellWritten(answer, stored);
            return answer;
        }
        catch (AwsFaultException conflict) when (conflict.Status == 409)
        {
            // After a conflict the client begins a new upload.
            uploads.Abort(upload);
            throw;
        }
        finally
        {
            upload.Completion.Release();
        }
    }

    /// <summary>AbortMultipartUpload.</summary>
    public Task<ServiceAnswer> AbortAsync(S3Request request, CancellationToken cancellationToken)
    {
        _ = request.Target;
        uploads.Abort(uploads.Open(request));
        return Task.FromResult(ServiceAnswer.Empty(204));
    }

    /// <summary>ListParts.</summary>
    public Task<ServiceAnswer> PartsAsync(S3Request request, CancellationToken cancellationToken)
    {
        _ = request.Target;
        return Task.FromResult(UploadListings.Parts(request, uploads.Open(request)));
    }

    /// <summary>ListMultipartUploads.</summary>
    public Task<ServiceAnswer> ListAsync(S3Request request, CancellationToken cancellationToken)
    {
        _ = request.Target;
        return Task.FromResult(UploadListings.Uploads(request, uploads.Open(request.Bucket)));
    }

    private static UploadPart Add(S3Request request, Upload upload, int number, ReceivedBody body)
    {
        var kept = request.Objects.NewTemporaryFile();
        File.Move(body.File, kept);
        var part = new UploadPart(number, kept, body.Size, body.Md5, body.Checksum, request.Objects.Now());
        upload.Add(part);
        return part;
    }

    private static int PartNumber(S3Request request)
    {
        var text = request.Http.Parameter("partNumber") ?? "";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= UploadPart.LargestNumber
            ? number
            : throw S3Faults.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", text);
    }

    private static string CanonicalKey(string key) => string.Join('/', key.Split('/').Select(Uri.EscapeDataString));
}
