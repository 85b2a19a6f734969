using System.Net;
using Amazon.S3.Model;
using Recommender.Lake.Errors;

namespace Recommender.Lake.S3;

/// <summary>Copies objects within S3, whose bytes never come here.</summary>
/// <param name="calls">Makes the calls.</param>
internal sealed class S3Copier(S3Calls calls)
{
    /// <summary>Copies an object.</summary>
    /// <param name="from">The object.</param>
    /// <param name="to">The object to make.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="lanes">How many of its parts may be on their way at once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EnvironmentException">It is missing, or the copy failed.</exception>
    public async Task CopyAsync(S3Location from, S3Location to, long bytes, int lanes, CancellationToken cancellationToken)
    {
        if (bytes > calls.Options.OneCopy)
        {
            await CopyPartsAsync(from, to, bytes, lanes, cancellationToken).ConfigureAwait(false);
            return;
        }

        var request = new CopyObjectRequest { SourceBucket = from.Bucket, SourceKey = from.Key, DestinationBucket = to.Bucket, DestinationKey = to.Key };
        await calls.DoAsync("CopyObject", $"{from} to {to}", s3 => s3.CopyObjectAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task CopyPartsAsync(S3Location from, S3Location to, long bytes, int lanes, CancellationToken cancellationToken)
    {
        var start = new InitiateMultipartUploadRequest { BucketName = to.Bucket, Key = to.Key };
        var upload = (await calls.DoAsync("CreateMultipartUpload", to, s3 => s3.InitiateMultipartUploadAsync(start, cancellationToken), cancellationToken).ConfigureAwait(false)).UploadId;
        try
        {
            var ranges = S3Ranges.Of(bytes, calls.Options.CopyPart);
            var parts = new PartETag[ranges.Count];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, ranges.Count),
                new ParallelOptions { MaxDegreeOfParallelism = lanes, CancellationToken = cancellationToken },
                async (index, token) => parts[index] = await CopyPartAsync(from, to, upload, index + 1, ranges[index], token).ConfigureAwait(false)).ConfigureAwait(false);
            await CompleteAsync(to, upload, [.. parts], bytes, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await calls.AbandonAsync(to, upload).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<PartETag> CopyPartAsync(S3Location from, S3Location to, string upload, int number, (long Offset, long Length) range, CancellationToken cancellationToken)
    {
        var request = new CopyPartRequest
        {
            SourceBucket = from.Bucket, SourceKey = from.Key, DestinationBucket = to.Bucket, DestinationKey = to.Key, UploadId = upload, PartNumber = number,
            FirstByte = range.Offset, LastByte = range.Offset + range.Length - 1,
        };
        return new PartETag(await calls.DoAsync("UploadPartCopy", $"{from} to {to}", s3 => s3.CopyPartAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false));
    }

    private async Task CompleteAsync(S3Location to, string upload, List<PartETag> parts, long bytes, CancellationToken cancellationToken)
    {
        var request = new CompleteMultipartUploadRequest { BucketName = to.Bucket, Key = to.Key, UploadId = upload, PartETags = parts };
        // Not found: completed by an attempt whose answer was lost, perhaps. What lies there decides.
        await calls.TryAsync("CompleteMultipartUpload", to, s3 => s3.CompleteMultipartUploadAsync(request, cancellationToken), cancellationToken, HttpStatusCode.NotFound).ConfigureAwait(false);
        var look = new GetObjectMetadataRequest { BucketName = to.Bucket, Key = to.Key };
        var found = await calls.DoAsync("HeadObject", to, s3 => s3.GetObjectMetadataAsync(look, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (found.ContentLength != bytes)
        {
            throw new EnvironmentException($"{to} is not what was copied: it has {found.ContentLength} bytes, not {bytes}");
        }
    }
}
