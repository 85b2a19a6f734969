using Amazon.S3;
using Amazon.S3.Model;
using Recommender.Lake.Errors;
using Recommender.Lake.Storage;

namespace Recommender.Lake.S3;

/// <summary>Deletes objects by key: buckets keep the versions for a while. It takes nothing but what lies in a table's snapshot or shard.</summary>
/// <param name="calls">Makes the calls.</param>
/// <param name="keys">Knows the buckets.</param>
/// <param name="listing">Finds the objects.</param>
internal sealed class S3Remover(S3Calls calls, S3Keys keys, S3Listing listing)
{
    /// <summary>The most keys of one call: 1,000.</summary>
    private const int MostKeys = 1_000;

    /// <summary>Deletes one file; there need be none.</summary>
    /// <exception cref="ArgumentException">It is of no snapshot and no shard.</exception>
    public async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        OwnKeys.RequireFile(key);
        var at = keys.Of(key);
        await calls.DoAsync("DeleteObject", at, s3 => s3.DeleteObjectAsync(at.Bucket, at.Key, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes all below a prefix.</summary>
    /// <exception cref="ArgumentException">The prefix is no snapshot's and no shard's.</exception>
    /// <exception cref="EnvironmentException">Objects could not be deleted; the message has the first of them.</exception>
    public async Task RemoveAllAsync(string prefix, CancellationToken cancellationToken)
    {
        OwnKeys.RequirePrefix(prefix);
        var at = keys.Of(prefix);
        foreach (var batch in (await listing.FilesAsync(prefix, cancellationToken).ConfigureAwait(false)).Chunk(MostKeys))
        {
            var objects = batch.Select(file => new KeyVersion { Key = keys.Of(file.Key).Key }).ToList();
            if (objects.Find(file => !file.Key.StartsWith(at.Key + "/", StringComparison.Ordinal)) is { } stray)
            {
                throw new InvalidOperationException($"{stray.Key} does not lie below {at}");
            }

            await RemoveBatchAsync(at, objects, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RemoveBatchAsync(S3Location at, List<KeyVersion> objects, CancellationToken cancellationToken)
    {
        var request = new DeleteObjectsRequest { BucketName = at.Bucket, Objects = objects, Quiet = true };
        try
        {
            // Deleting a second time does nothing: a body that broke off is no reason to stop.
            await calls.RetryAsync(
                _ => calls.DoAsync("DeleteObjects", at, s3 => s3.DeleteObjectsAsync(request, cancellationToken), cancellationToken), S3SmallFiles.BrokeOff, cancellationToken).ConfigureAwait(false);
        }
        catch (EnvironmentException error) when (error.InnerException is DeleteObjectsException { Response.DeleteErrors: [var first, ..] failed } inner)
        {
            throw new EnvironmentException(
                $"S3 DeleteObjects of {at} failed for {failed.Count} of {objects.Count} objects, first s3://{at.Bucket}/{first.Key}: {first.Code}: {first.Message} (request {inner.RequestId})", inner);
        }
    }
}
