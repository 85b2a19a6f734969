using Amazon.S3;
using Recommender.AwsEmulator.Http;
using Recommender.Emulator.Tests.Support;

namespace Recommender.Emulator.Tests.S3.Model;

/// <summary>What goes over the wire is what the model of S3 has. Every other test of S3 is held to it too, where the model is installed.</summary>
public sealed class ModelTests : S3Test
{
    [Fact]
    public async Task Requests_and_answers_of_every_operation_are_as_in_the_model()
    {
        var check = new S3ModelCheck(S3Model.Require());
        await PutAsync("a/b", "x");
        await GetAsync("a/b");
        await S3.GetObjectMetadataAsync(new() { BucketName = Bucket, Key = "a/b", ChecksumMode = ChecksumMode.ENABLED }, Cancellation);
        await S3.GetObjectTaggingAsync(new() { BucketName = Bucket, Key = "a/b" }, Cancellation);
        await S3.CopyObjectAsync(Bucket, "a/b", Bucket, "c", Cancellation);
        await S3.ListObjectsV2Async(new() { BucketName = Bucket, Delimiter = "/", FetchOwner = true, StartAfter = "a", Prefix = "", Encoding = EncodingType.Url }, Cancellation);
        await S3.ListObjectsAsync(new Amazon.S3.Model.ListObjectsRequest { BucketName = Bucket, Delimiter = "/" }, Cancellation);
        await S3.ListBucketsAsync(Cancellation);
        await S3.GetBucketLocationAsync(Bucket, Cancellation);
        await S3.GetBucketVersioningAsync(Bucket, Cancellation);
        await S3.HeadBucketAsync(new() { BucketName = Bucket }, Cancellation);
        await S3.PutBucketAsync(new Amazon.S3.Model.PutBucketRequest { BucketName = "another", BucketRegionName = "eu-west-1" }, Cancellation);
        await S3.DeleteBucketAsync("another", Cancellation);
        var upload = (await S3.InitiateMultipartUploadAsync(new() { BucketName = Bucket, Key = "k", ChecksumAlgorithm = ChecksumAlgorithm.CRC32 }, Cancellation)).UploadId;
        var part = await S3.UploadPartAsync(new() { BucketName = Bucket, Key = "k", UploadId = upload, PartNumber = 2, InputStream = new MemoryStream(Bytes(9)), ChecksumAlgorithm = ChecksumAlgorithm.CRC32 }, Cancellation);
        await S3.CopyPartAsync(new() { SourceBucket = Bucket, SourceKey = "c", DestinationBucket = Bucket, DestinationKey = "k", UploadId = upload, PartNumber = 1 }, Cancellation);
        await S3.ListPartsAsync(Bucket, "k", upload, Cancellation);
        await S3.ListMultipartUploadsAsync(Bucket, Cancellation);
        await S3.CompleteMultipartUploadAsync(new() { BucketName = Bucket, Key = "k", UploadId = upload, PartETags = [new(part, true)] }, Cancellation);
        var given = (await S3.InitiateMultipartUploadAsync(Bucket, "k", Cancellation)).UploadId;
        await S3.AbortMultipartUploadAsync(Bucket, "k", given, Cancellation);
        await S3.DeleteObjectAsync(Bucket, "c", Cancellation);
        await S3.DeleteObjectsAsync(new() { BucketName = Bucket, Objects = [new() { Key = "k" }] }, Cancellation);
        await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => GetAsync("none"));
        Assert.Empty(Server.Log.SelectMany(check.Check));
        Assert.Equal(22, Server.Log.Select(exchange => exchange.Operation).Distinct().Count());
    }

    [Theory]
    [InlineData("<KeyCount>", "<Keys>", "Keys in ListBucketResult is unknown")]
    [InlineData("<IsTruncated>false", "<IsTruncated>no", "IsTruncated is 'no', neither true nor false")]
    [InlineData("<Size>1", "<Size>one", "Size is 'one', no whole number")]
    [InlineData("<Key>a", "<Key><b/>a", "Key has elements")]
    [InlineData("<LastModified>2", "<LastModified>on 2", "no time in the form of its place")]
    [InlineData("<StorageClass>STANDARD", "<StorageClass>SLOW", "none of the values that there are")]
    [InlineData("<ETag>", "<Tag/><ETag>", "Tag in Contents is unknown")]
    public async Task The_check_sees_an_answer_that_is_not_as_in_the_model(string right, string wrong, string said)
    {
        var check = new S3ModelCheck(S3Model.Require());
        await PutAsync("a", "x");
        await S3.ListObjectsV2Async(new() { BucketName = Bucket }, Cancellation);
        var exchange = Server.Log.Of("s3", "ListObjectsV2")[0];
        var end = right.StartsWith("<KeyCount", StringComparison.Ordinal) ? exchange.ResponseBody.Replace("</KeyCount>", "</Keys>", StringComparison.Ordinal) : exchange.ResponseBody;
        Assert.Contains(right, end, StringComparison.Ordinal);
        Assert.Contains(said, Assert.Single(check.Check(exchange with { ResponseBody = end.Replace(right, wrong, StringComparison.Ordinal) })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_sees_headers_parameters_and_errors_that_are_not_as_in_the_model()
    {
        var check = new S3ModelCheck(S3Model.Require());
        await PutAsync("a", "x");
        await S3.GetObjectMetadataAsync(Bucket, "a", Cancellation);
        await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => GetAsync("none"));
        var (put, head, get) = (Server.Log.Of("s3", "PutObject")[0], Server.Log.Of("s3", "HeadObject")[0], Server.Log.Of("s3", "GetObject")[0]);
        Assert.Contains("the header x-amz-colour is unknown", Says(put with { ResponseHeaders = With(put.ResponseHeaders, "x-amz-colour", "red") }), StringComparison.Ordinal);
        Assert.Contains("the header x-amz-colour is unknown", Says(put with { RequestHeaders = With(put.RequestHeaders, "x-amz-colour", "red") }), StringComparison.Ordinal);
        Assert.Contains("the header Last-Modified is 'today'", Says(head with { ResponseHeaders = With(head.ResponseHeaders, "Last-Modified", "today") }), StringComparison.Ordinal);
        Assert.Contains("the parameter colour is unknown", Says(put with { Target = $"{put.Target}?colour=red" }), StringComparison.Ordinal);
        Assert.Contains("there is no such operation", Says(put with { Operation = "PaintObject" }), StringComparison.Ordinal);
        Assert.Contains("the error has no RequestId", Says(get with { ResponseBody = get.ResponseBody.Replace("RequestId", "Request", StringComparison.Ordinal) }), StringComparison.Ordinal);

        string Says(LoggedRequest exchange) => Assert.Single(check.Check(exchange));
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> headers, string name, string value) => new(headers, StringComparer.OrdinalIgnoreCase) { [name] = value };
}
