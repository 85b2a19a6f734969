using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Recommender.Lake.Errors;

namespace Recommender.Lake.S3;

/// <summary>Sends local files: small ones in one call, others in parts. S3 compares every byte with the checksum that was taken here.</summary>
/// <param name="calls">Makes the calls.</param>
internal sealed class S3Uploader(S3Calls calls)
{
    /// <summary>Sends a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="to">The object to make.</param>
    /// <param name="lanes">How many of its parts may be on their way at once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EnvironmentException">It could not be sent; no object is there, or the one that was.</exception>
    public async Task SendAsync(string file, S3Location to, int lanes, CancellationToken cancellationToken)
    {
        var bytes = new FileInfo(file).Length;
        if (bytes <= calls.Options.OneCall)
        {
            await PutAsync(file, bytes, to, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Each attempt is an upload of its own: what is known of the one before is that it failed.
        await calls.RetryAsync(
            async _ =>
            {
                await SendPartsAsync(file, bytes, to, lanes, cancellationToken).ConfigureAwait(false);
                return true;
            },
            MayPass,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether another upload may succeed: not where S3 refused this one for what it is.</summary>
    private static bool MayPass(EnvironmentException error) =>
        error.InnerException is not AmazonS3Exception s3 || s3.StatusCode is HttpStatusCode.NotFound or >= HttpStatusCode.InternalServerError || s3.ErrorCode is "BadDigest" or "RequestTimeout";

    private async Task PutAsync(string file, long bytes, S3Location to, CancellationToken cancellationToken)
    {
        var crc = Crc.Crc32();
        await crc.AddAsync(file, 0, bytes, cancellationToken).ConfigureAwait(false);
        var request = new PutObjectRequest { BucketName = to.Bucket, Key = to.Key, FilePath = file, ChecksumCRC32 = crc.Text };
        var answer = await calls.DoAsync("PutObject", to, s3 => s3.PutObjectAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
        Require(to, answer.ChecksumCRC32 ?? crc.Text, crc.Text);
    }

    private async Task SendPartsAsync(string file, long bytes, S3Location to, int lanes, CancellationToken cancellationToken)
    {
        var start = new InitiateMultipartUploadRequest { BucketName = to.Bucket, Key = to.Key, ChecksumAlgorithm = ChecksumAlgorithm.CRC32, ChecksumType = ChecksumType.FULL_OBJECT };
        var upload = (await calls.DoAsync("CreateMultipartUpload", to, s3 => s3.InitiateMultipartUploadAsync(start, cancellationToken), cancellationToken).ConfigureAwait(false)).UploadId;
        try
        {
            var parts = await SendAllPartsAsync(file, bytes, to, upload, lanes, cancellationToken).ConfigureAwait(false);
            var whole = Crc.TextOf(CrcOfParts.Of(parts.Select(part => (part.Crc, part.Bytes))), 4);
            await CompleteAsync(to, upload, [.. parts.Select(part => part.Tag)], whole, bytes, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await calls.AbandonAsync(to, upload).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<(PartETag Tag, uint Crc, long Bytes)[]> SendAllPartsAsync(string file, long bytes, S3Location to, string upload, int lanes, CancellationToken cancellationToken)
    {
        var ranges = S3Ranges.Of(bytes, calls.Options.Part);
        var parts = new (PartETag Tag, uint Crc, long Bytes)[ranges.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, ranges.Count),
            new ParallelOptions { MaxDegreeOfParallelism = lanes, CancellationToken = cancellationToken },
            async (index, token) => parts[index] = await SendPartAsync(file, to, upload, index + 1, ranges[index], token).ConfigureAwait(false)).ConfigureAwait(false);
        return parts;
    }

    private async Task<(PartETag Tag, uint Crc, long Bytes)> SendPartAsync(
        string file, S3Location to, string upload, int number, (long Offset, long Length) range, CancellationToken cancellationToken)
    {
        var crc = Crc.Crc32();
        await crc.AddAsync(file, range.Offset, range.Length, cancellationToken).ConfigureAwait(false);
        var request = new UploadPartRequest
        {
            BucketName = to.Bucket, Key = to.Key, UploadId = upload, PartNumber = number, FilePath = file, FilePosition = range.Offset, PartSize = range.Length, ChecksumCRC32 = crc.Text,
        };
        var answer = await calls.DoAsync("UploadPart", to, s3 => s3.UploadPartAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
        return (new PartETag(number, answer.ETag) { ChecksumCRC32 = crc.Text }, (uint)crc.Value, range.Length);
    }

    private async Task CompleteAsync(S3Location to, string upload, List<PartETag> parts, string crc, long bytes, CancellationToken cancellationToken)
    {
        var request = new CompleteMultipartUploadRequest
        {
            BucketName = to.Bucket, Key = to.Key, UploadId = upload, PartETags = parts, ChecksumCRC32 = crc, ChecksumType = ChecksumType.FULL_OBJECT, MpuObjectSize = bytes,
        };
        // Not found: completed by an attempt whose answer was lost, perhaps. What lies there decides.
        await calls.TryAsync("CompleteMultipartUpload", to, s3 => s3.CompleteMultipartUploadAsync(request, cancellationToken), cancellationToken, HttpStatusCode.NotFound).ConfigureAwait(false);
        var look = new GetObjectMetadataRequest { BucketName = to.Bucket, Key = to.Key, ChecksumMode = ChecksumMode.ENABLED };
        var found = await calls.DoAsync("HeadObject", to, s3 => s3.GetObjectMetadataAsync(look, cancellationToken), cancellationToken).ConfigureAwait(false);
        Require(to, $"{found.ContentLength} bytes, {found.ChecksumCRC32 ?? crc}", $"{bytes} bytes, {crc}");
    }

    private static void Require(S3Location to, string found, string expected)
    {
        if (found != expected)
        {
            throw new EnvironmentException($"{to} is not what was sent: {found}, not {expected} (CRC-32)", new InvalidDataException());
        }
    }
}
