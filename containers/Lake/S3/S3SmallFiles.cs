using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Recommender.Lake.Errors;
using Recommender.Lake.Storage;

namespace Recommender.Lake.S3;

/// <summary>Files that are read and written in one piece: manifests, pointers' copies, locks.</summary>
/// <param name="calls">Makes the calls.</param>
/// <param name="keys">Knows the buckets.</param>
internal sealed class S3SmallFiles(S3Calls calls, S3Keys keys)
{
    /// <summary>A file and its ETag; null where there is none.</summary>
    public Task<VersionedFile?> LookAsync(string key, CancellationToken cancellationToken)
    {
        var at = keys.Of(key);
        return calls.RetryAsync(_ => GetAsync(at, cancellationToken), BrokeOff, cancellationToken);
    }

    /// <summary>Whether there is a file.</summary>
    public async Task<bool> HasAsync(string key, CancellationToken cancellationToken)
    {
        var at = keys.Of(key);
        var request = new GetObjectMetadataRequest { BucketName = at.Bucket, Key = at.Key };
        return await calls.TryAsync("HeadObject", at, s3 => s3.GetObjectMetadataAsync(request, cancellationToken), cancellationToken, HttpStatusCode.NotFound).ConfigureAwait(false) is not null;
    }

    /// <summary>Writes a file over the one that may be there.</summary>
    public Task WriteAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var at = keys.Of(key);
        return calls.DoAsync("PutObject", at, s3 => PutAsync(s3, at, content, _ => { }, cancellationToken), cancellationToken);
    }

    /// <summary>Writes a file on a condition.</summary>
    /// <param name="key">The key.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="version">The ETag that the file must have; null where there must be none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The new ETag; null where the condition does not hold.</returns>
    public Task<string?> WriteIfAsync(string key, ReadOnlyMemory<byte> content, string? version, CancellationToken cancellationToken)
    {
        var at = keys.Of(key);
        // 409: another write of the key was on its way; S3 asks to try again.
        return calls.RetryAsync(
            async _ =>
            {
                var put = await calls.TryAsync(
                    "PutObject",
                    at,
                    s3 => PutAsync(s3, at, content, request => (request.IfNoneMatch, request.IfMatch) = (version is null ? "*" : null, version), cancellationToken),
                    cancellationToken,
                    HttpStatusCode.PreconditionFailed,
                    HttpStatusCode.NotFound).ConfigureAwait(false);
                return put?.ETag ?? await OwnAsync(key, content, cancellationToken).ConfigureAwait(false);
            },
            error => error.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.Conflict },
            cancellationToken);
    }

    /// <summary>Removes a file that must have an ETag.</summary>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> RemoveIfAsync(string key, string version, CancellationToken cancellationToken)
    {
        var at = keys.Of(key);
        var request = new DeleteObjectRequest { BucketName = at.Bucket, Key = at.Key, IfMatch = version };
        try
        {
            await calls.DoAsync("DeleteObject", at, s3 => s3.DeleteObjectAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (EnvironmentException error) when (error.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound or HttpStatusCode.Conflict })
        {
            // It is another's by now; or it is gone, by an attempt whose answer was lost.
            return await LookAsync(key, cancellationToken).ConfigureAwait(false) is null;
        }
        catch (EnvironmentException error) when (error.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotImplemented })
        {
            return await RemoveLookedAtAsync(key, version, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a fault is a body's that broke off; calls themselves were tried again by the SDK.</summary>
    internal static bool BrokeOff(EnvironmentException error) => error.InnerException is not Amazon.Runtime.AmazonServiceException;

    private async Task<bool> RemoveLookedAtAsync(string key, string version, CancellationToken cancellationToken)
    {
        if (await LookAsync(key, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return true;
        }

        if (found.Version != version)
        {
            return false;
        }

        var at = keys.Of(key);
        await calls.DoAsync("DeleteObject", at, s3 => s3.DeleteObjectAsync(at.Bucket, at.Key, cancellationToken), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>A condition that does not hold may be one that this very write has changed: its first answer was lost, and the SDK tried again.</summary>
    private async Task<string?> OwnAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        await LookAsync(key, cancellationToken).ConfigureAwait(false) is { } found && content.Span.SequenceEqual(found.Content) ? found.Version : null;

    private async Task<VersionedFile?> GetAsync(S3Location at, CancellationToken cancellationToken)
    {
        using var answer = await calls.TryAsync(
            "GetObject",
            at,
            s3 => s3.GetObjectAsync(new GetObjectRequest { BucketName = at.Bucket, Key = at.Key, ChecksumMode = ChecksumMode.ENABLED }, cancellationToken),
            cancellationToken,
            HttpStatusCode.NotFound).ConfigureAwait(false);
        if (answer is null)
        {
            return null;
        }

        var content = new byte[answer.ContentLength];
        await S3Body.ReadAsync(
            answer.ResponseStream,
            at,
            content.Length,
            calls.Options.Silence,
            (piece, begin) =>
            {
                piece.CopyTo(content.AsMemory((int)begin));
                return ValueTask.CompletedTask;
            },
            cancellationToken).ConfigureAwait(false);
        return new VersionedFile(content, answer.ETag);
    }

    private static async Task<PutObjectResponse> PutAsync(IAmazonS3 s3, S3Location at, ReadOnlyMemory<byte> content, Action<PutObjectRequest> condition, CancellationToken cancellationToken)
    {
        var crc = Crc.Crc32();
        crc.Add(content.Span);
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        var request = new PutObjectRequest { BucketName = at.Bucket, Key = at.Key, InputStream = stream, ContentType = "application/json", ChecksumCRC32 = crc.Text };
        condition(request);
        return await s3.PutObjectAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
