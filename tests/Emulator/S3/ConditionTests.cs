using System.Net;
using Recommender.Emulator.Tests.Support;

namespace Recommender.Emulator.Tests.S3;

public sealed class ConditionTests : S3Test
{
    [Fact]
    public async Task If_none_match_writes_what_is_not_there_and_nothing_else()
    {
        await PutIfNoneAsync("k", "first");
        await FailsAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed", () => PutIfNoneAsync("k", "second"));
        Assert.Equal("first", await GetAsync("k"));
        await S3.DeleteObjectAsync(Bucket, "k", Cancellation);
        await PutIfNoneAsync("k", "third");
        Assert.Equal("third", await GetAsync("k"));
    }

    [Fact]
    public async Task If_match_writes_over_what_the_client_has_seen_and_nothing_else()
    {
        var first = (await PutAsync("k", "first")).ETag;
        var second = (await PutIfMatchAsync("k", "second", first)).ETag;
        await FailsAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed", () => PutIfMatchAsync("k", "third", first));
        await FailsAsync(HttpStatusCode.NotFound, "NoSuchKey", () => PutIfMatchAsync("other", "third", second));
        Assert.Equal("second", await GetAsync("k"));
    }

    [Fact]
    public async Task If_match_deletes_what_the_client_has_seen_and_nothing_else()
    {
        var first = (await PutAsync("k", "first")).ETag;
        var second = (await PutAsync("k", "second")).ETag;
        await FailsAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed", () => DeleteIfMatchAsync("k", first));
        Assert.Equal("second", await GetAsync("k"));
        await DeleteIfMatchAsync("k", second);
        await FailsAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed", () => DeleteIfMatchAsync("k", second));
    }

    [Fact]
    public async Task A_read_may_ask_for_a_version_or_for_another_than_it_has()
    {
        var first = (await PutAsync("k", "first")).ETag;
        using (await S3.GetObjectAsync(new() { BucketName = Bucket, Key = "k", EtagToMatch = first }, Cancellation))
        {
            var unchanged = await Assert.ThrowsAnyAsync<Amazon.S3.AmazonS3Exception>(() => S3.GetObjectAsync(new() { BucketName = Bucket, Key = "k", EtagToNotMatch = first }, Cancellation));
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        }

        await PutAsync("k", "second");
        await FailsAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed", () => S3.GetObjectAsync(new() { BucketName = Bucket, Key = "k", EtagToMatch = first }, Cancellation));
        using var answer = await S3.GetObjectAsync(new() { BucketName = Bucket, Key = "k", EtagToNotMatch = first }, Cancellation);
        Assert.Equal(6, answer.ContentLength);
    }

    [Fact]
    public async Task Of_many_who_take_the_same_key_one_gets_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(async number =>
        {
            try
            {
                await PutIfNoneAsync("_lock", $"holder {number}");
                return $"holder {number}";
            }
            catch (Amazon.S3.AmazonS3Exception taken) when (taken.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                return null;
            }
        }));
        Assert.Equal(await GetAsync("_lock"), Assert.Single(outcomes, outcome => outcome is not null));
    }

    [Fact]
    public async Task Counting_up_under_if_match_loses_no_count()
    {
        await PutAsync("count", "0");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var done = 0; done < 5;)
            {
                using var read = await S3.GetObjectAsync(Bucket, "count", Cancellation);
                using var reader = new StreamReader(read.ResponseStream);
                var next = int.Parse(await reader.ReadToEndAsync(Cancellation), System.Globalization.CultureInfo.InvariantCulture) + 1;
                try
                {
                    await PutIfMatchAsync("count", $"{next}", read.ETag);
                    done++;
                }
                catch (Amazon.S3.AmazonS3Exception lost) when (lost.StatusCode == HttpStatusCode.PreconditionFailed)
                {
                    continue;
                }
            }
        }));
        Assert.Equal("40", await GetAsync("count"));
    }

    [Fact]
    public async Task A_deletion_during_a_conditional_write_is_a_conflict()
    {
        // The body holds still until the object is gone: the write began before and ends after.
        await PutAsync("k", "first");
        await using var body = new HeldStream("second"u8.ToArray());
        var put = S3.PutObjectAsync(new() { BucketName = Bucket, Key = "k", InputStream = body, IfNoneMatch = "*", DisablePayloadSigning = false, UseChunkEncoding = true }, Cancellation);
        await body.Reached;
        Server.Objects.Delete(Bucket, "k");
        body.Release();
        await FailsAsync(HttpStatusCode.Conflict, "ConditionalRequestConflict", () => put);
    }

    private Task<Amazon.S3.Model.PutObjectResponse> PutIfNoneAsync(string key, string text) => S3.PutObjectAsync(new() { BucketName = Bucket, Key = key, ContentBody = text, IfNoneMatch = "*" }, Cancellation);

    private Task<Amazon.S3.Model.PutObjectResponse> PutIfMatchAsync(string key, string text, string tag) =>
        S3.PutObjectAsync(new() { BucketName = Bucket, Key = key, ContentBody = text, IfMatch = tag }, Cancellation);

    private Task<Amazon.S3.Model.DeleteObjectResponse> DeleteIfMatchAsync(string key, string tag) => S3.DeleteObjectAsync(new() { BucketName = Bucket, Key = key, IfMatch = tag }, Cancellation);
}
