using System.Net;
using Amazon.S3;
using Recommender.Emulator.Tests.Support;

namespace Recommender.Emulator.Tests.S3;

public sealed class BucketTests : S3Test
{
    [Fact]
    public async Task Buckets_are_made_listed_found_and_removed()
    {
        await MakeAsync("another");
        Assert.Equal(["another", Bucket], (await S3.ListBucketsAsync(Cancellation)).Buckets.Select(bucket => bucket.BucketName));
        await S3.HeadBucketAsync(new() { BucketName = "another" }, Cancellation);
        Assert.Equal("eu-west-1", (await S3.GetBucketLocationAsync("another", Cancellation)).Location.Value);
        await S3.PutObjectAsync(new() { BucketName = "another", Key = "k", ContentBody = "x" }, Cancellation);
        await FailsAsync(HttpStatusCode.Conflict, "BucketNotEmpty", () => S3.DeleteBucketAsync("another", Cancellation));
        await S3.DeleteObjectAsync("another", "k", Cancellation);
        await S3.DeleteBucketAsync("another", Cancellation);
        await FailsAsync(HttpStatusCode.NotFound, "NoSuchBucket", () => S3.GetBucketLocationAsync("another", Cancellation));
    }

    [Fact]
    public async Task A_bucket_that_cannot_be_is_refused()
    {
        await FailsAsync(HttpStatusCode.Conflict, "BucketAlreadyOwnedByYou", () => MakeAsync(Bucket));
        await FailsAsync(HttpStatusCode.BadRequest, "IllegalLocationConstraintException", () => MakeAsync("another", "eu-central-1"));
        await FailsAsync(HttpStatusCode.BadRequest, "InvalidBucketName", () => MakeAsync("Not_A_Name"));
    }

    [Fact]
    public async Task A_bucket_of_another_owner_is_refused()
    {
        await FailsAsync(HttpStatusCode.Forbidden, "AccessDenied", () => S3.PutObjectAsync(new() { BucketName = Bucket, Key = "k", ContentBody = "x", ExpectedBucketOwner = "999999999999" }, Cancellation));
        await S3.PutObjectAsync(new() { BucketName = Bucket, Key = "k", ContentBody = "x", ExpectedBucketOwner = "000000000000" }, Cancellation);
    }

    [Fact]
    public async Task What_is_not_emulated_is_refused_rather_than_taken_for_something_else()
    {
        await PutAsync("k", "x");
        await FailsAsync(HttpStatusCode.NotImplemented, "NotImplemented", () => S3.GetObjectAsync(new() { BucketName = Bucket, Key = "k", VersionId = "1" }, Cancellation));
        await FailsAsync(HttpStatusCode.NotImplemented, "NotImplemented", () => S3.GetBucketPolicyAsync(Bucket, Cancellation));
    }

    private Task<Amazon.S3.Model.PutBucketResponse> MakeAsync(string name, string region = "eu-west-1") => S3.PutBucketAsync(new Amazon.S3.Model.PutBucketRequest { BucketName = name, BucketRegionName = region }, Cancellation);
}
