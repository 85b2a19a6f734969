using Amazon.S3.Model;

namespace Recommender.Lake.S3;

/// <summary>Listings, page by page.</summary>
internal static class S3Pages
{
    /// <summary>The pages of what lies below a prefix.</summary>
    /// <param name="calls">Makes the calls.</param>
    /// <param name="at">The prefix, without a slash at its end.</param>
    /// <param name="delimiter">What ends a common prefix; null for none.</param>
    /// <param name="most">Keys of a page; null for as many as S3 gives.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async IAsyncEnumerable<ListObjectsV2Response> OfAsync(
        S3Calls calls, S3Location at, string? delimiter, int? most, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = at.Bucket, Prefix = at.Key + "/", Delimiter = delimiter, MaxKeys = most };
        ListObjectsV2Response page;
        do
        {
            // A body that breaks off makes the SDK fail to read the answer; asking again for the same page loses and doubles nothing.
            page = await calls.RetryAsync(
                _ => calls.DoAsync("ListObjectsV2", at, s3 => s3.ListObjectsV2Async(request, cancellationToken), cancellationToken), S3SmallFiles.BrokeOff, cancellationToken).ConfigureAwait(false);
            yield return page;
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }
}
