using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Transfer;
using Recommender.AwsEmulator.Faults;
using Recommender.Emulator.Tests.Support;

namespace Recommender.Emulator.Tests.Faults;

/// <summary>The campaign: a client that retries, as the product's does, gets through every fault of every operation, and what lies there then is right.</summary>
[Trait("Category", "Long")]
public sealed class S3RetryTests : S3Test
{
    private const int Part = 5 << 20;

    private static readonly string[] _operations = ["PutObject", "CopyObject", "HeadObject", "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "DeleteObjects", "ListObjectsV2"];

    [Theory]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.Hang)]
    [InlineData(FaultKind.TearBefore)]
    [InlineData(FaultKind.TearAfter)]
    [InlineData(FaultKind.SlowBody)]
    [InlineData(FaultKind.TruncateBody)]
    public async Task A_fault_in_every_operation_is_got_over(FaultKind kind)
    {
        Server.Objects.Add(Bucket, "old/1", "x"u8);
        Server.Objects.Add(Bucket, "old/2", "x"u8);
        foreach (var operation in _operations)
        {
            Server.Faults.Add(new FaultRule { Service = "s3", Operation = operation, Kind = kind });
        }

        var client = Client(settings => (settings.MaxErrorRetry, settings.RetryMode, settings.Timeout) = (5, RequestRetryMode.Standard, TimeSpan.FromSeconds(5)));
        await client.PutObjectAsync(new() { BucketName = Bucket, Key = "put", ContentBody = "content" }, Cancellation);
        await client.CopyObjectAsync(new() { SourceBucket = Bucket, SourceKey = "put", DestinationBucket = Bucket, DestinationKey = "copy" }, Cancellation);
        await client.GetObjectMetadataAsync(Bucket, "copy", Cancellation);
        using (var transfer = new TransferUtility(client, new TransferUtilityConfig { MinSizeBeforePartUpload = Part }))
        {
            await transfer.UploadAsync(new TransferUtilityUploadRequest { BucketName = Bucket, Key = "big", InputStream = new MemoryStream(Bytes(Part + 1)), PartSize = Part }, Cancellation);
        }

        await client.DeleteObjectsAsync(new() { BucketName = Bucket, Objects = [new() { Key = "old/1" }, new() { Key = "old/2" }] }, Cancellation);
        var listed = await client.ListObjectsV2Async(new() { BucketName = Bucket }, Cancellation);
        Assert.Equal(["big", "copy", "put"], listed.S3Objects.Select(found => found.Key));
        Assert.Equal(Bytes(Part + 1), Server.Objects.Read(Bucket, "big"));
        Assert.Equal("content", await GetAsync("copy"));
        Assert.All(_operations, operation => Assert.Contains(Server.Log.Of("s3", operation), request => request.Fault == kind));
    }

    [Fact]
    public async Task A_retried_write_under_a_condition_meets_its_own_object()
    {
        // What S3 gives to a client whose first answer got lost: the caller must look whose object it is.
        var client = Client(settings => settings.MaxErrorRetry = 3);
        Server.Faults.Add(new FaultRule { Operation = "PutObject", Kind = FaultKind.TearAfter });
        await FailsAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed", () => client.PutObjectAsync(new() { BucketName = Bucket, Key = "_lock", ContentBody = "mine", IfNoneMatch = "*" }, Cancellation));
        Assert.Equal("mine", await GetAsync("_lock"));
    }
}
