using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Recommender.Lake.Aws;
using Recommender.Lake.Errors;

namespace Recommender.Lake.S3;

/// <summary>Calls of S3: their faults told with operation and place, and work tried again that the SDK cannot try again by itself.</summary>
/// <param name="client">The client, with the SDK's own retries.</param>
/// <param name="options">How often, and how long.</param>
/// <param name="clock">Its timers wait.</param>
/// <param name="random">Spreads the waits.</param>
internal sealed class S3Calls(IAmazonS3 client, S3Options options, TimeProvider clock, Random random)
{
    private readonly Backoff _backoff = new(options.FirstWait, 64 * options.FirstWait, clock, random);

    /// <summary>How files go and come.</summary>
    public S3Options Options => options;

    /// <summary>Makes a call.</summary>
    /// <param name="operation">The operation as AWS names it.</param>
    /// <param name="at">On what: a place or a bucket.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EnvironmentException">It failed, after the SDK's retries; the SDK's exception is the cause.</exception>
    public async Task<T> DoAsync<T>(string operation, object at, Func<IAmazonS3, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(client).ConfigureAwait(false);
        }
        catch (Exception error) when (AwsFault.IsFault(error, cancellationToken))
        {
            throw AwsFault.Of($"S3 {operation} of {at}", error);
        }
    }

    /// <summary>Makes a call that may find nothing, or a state that it does not fit.</summary>
    /// <returns>The default where it was answered with one of the statuses.</returns>
    public async Task<T?> TryAsync<T>(string operation, object at, Func<IAmazonS3, Task<T>> call, CancellationToken cancellationToken, params HttpStatusCode[] unless)
    {
        try
        {
            return await DoAsync(operation, at, call, cancellationToken).ConfigureAwait(false);
        }
        catch (EnvironmentException error) when (error.InnerException is AmazonS3Exception s3 && unless.Contains(s3.StatusCode) && s3.ErrorCode is not "NoSuchBucket")
        {
            return default;
        }
    }

    /// <summary>Does work again that broke off for a reason that may pass.</summary>
    /// <param name="work">The work, told which attempt it is, from 0.</param>
    /// <param name="passes">Whether the fault may pass.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<T> RetryAsync<T>(Func<int, Task<T>> work, Func<EnvironmentException, bool> passes, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await work(attempt).ConfigureAwait(false);
            }
            catch (EnvironmentException error) when (attempt + 1 < options.Attempts && passes(error))
            {
                await Task.Delay(_backoff.After(attempt), clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Gives up an upload in parts, as well as can be done: what is left goes by the bucket's rule for uploads that nobody completed.</summary>
    public async Task AbandonAsync(S3Location to, string upload)
    {
        using var patience = new CancellationTokenSource(options.Silence);
        var request = new AbortMultipartUploadRequest { BucketName = to.Bucket, Key = to.Key, UploadId = upload };
        try
        {
            await DoAsync("AbortMultipartUpload", to, s3 => s3.AbortMultipartUploadAsync(request, patience.Token), patience.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is EnvironmentException or OperationCanceledException)
        {
            // Why the upload failed matters more.
        }
    }
}
