using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Recommender.Emulator.Tests.Support;

namespace Recommender.Emulator.Tests.S3;

public sealed class CopyTests : S3Test
{
    private const string Source = "so urce/ü+1";

    [Fact]
    public async Task A_copy_has_its_source_s_bytes_and_metadata_or_new_ones()
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = Source, ContentBody = "content", ContentType = "text/csv" };
        put.Metadata["owner"] = "shop";
        await S3.PutObjectAsync(put, Cancellation);
        await CopyAsync("same");
        await CopyAsync("other", request => (request.MetadataDirective, request.ContentType) = (S3MetadataDirective.REPLACE, "text/plain"));
        var (same, other) = (await S3.GetObjectMetadataAsync(Bucket, "same", Cancellation), await S3.GetObjectMetadataAsync(Bucket, "other", Cancellation));
        Assert.Equal(("content", "content"), (await GetAsync("same"), await GetAsync("other")));
        Assert.Equal(("text/csv", "shop", "text/plain", 0), (same.Headers.ContentType, same.Metadata["owner"], other.Headers.ContentType, other.Metadata.Count));
        Assert.Equal(same.ETag, other.ETag);
    }

    [Fact]
    public async Task Conditions_on_the_source_and_on_the_place_are_heeded()
    {
        var tag = (await PutAsync(Source, "content")).ETag;
        await PutAsync("there", "other");
        await FailsAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed", () => CopyAsync("k", request => request.ETagToMatch = "\"0123\""));
        await FailsAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed", () => CopyAsync("k", request => request.ETagToNotMatch = tag));
        await FailsAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed", () => CopyAsync("there", request => request.IfNoneMatch = "*"));
        await FailsAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed", () => CopyAsync("there", request => request.IfMatch = tag));
        Assert.Equal("other", await GetAsync("there"));
        await CopyAsync("k", request => (request.ETagToMatch, request.IfNoneMatch) = (tag, "*"));
        Assert.Equal("content", await GetAsync("k"));
    }

    [Fact]
    public async Task A_copy_of_nothing_or_onto_itself_is_refused()
    {
        await FailsAsync(HttpStatusCode.NotFound, "NoSuchKey", () => CopyAsync("k"));
        await PutAsync(Source, "content");
        await FailsAsync(HttpStatusCode.BadRequest, "InvalidRequest", () => CopyAsync(Source));
        await CopyAsync(Source, request => request.MetadataDirective = S3MetadataDirective.REPLACE);
    }

    [Fact]
    public async Task Parts_are_copied_of_ranges()
    {
        const int smallest = 5 << 20;
        var bytes = Bytes(smallest + 300);
        Server.Objects.Add(Bucket, Source, bytes);
        var upload = (await S3.InitiateMultipartUploadAsync(Bucket, "k", Cancellation)).UploadId;
        var first = await CopyPartAsync(upload, 1, 300, smallest + 299);
        var second = await CopyPartAsync(upload, 2, 0, 299);
        await FailsAsync(HttpStatusCode.BadRequest, "InvalidArgument", () => CopyPartAsync(upload, 3, 0, smallest + 300));
        await S3.CompleteMultipartUploadAsync(new() { BucketName = Bucket, Key = "k", UploadId = upload, PartETags = [new(1, first), new(2, second)] }, Cancellation);
        Assert.Equal([.. bytes[300..], .. bytes[..300]], Server.Objects.Read(Bucket, "k"));
    }

    private Task<CopyObjectResponse> CopyAsync(string key, Action<CopyObjectRequest>? change = null)
    {
        var request = new CopyObjectRequest { SourceBucket = Bucket, SourceKey = Source, DestinationBucket = Bucket, DestinationKey = key };
        change?.Invoke(request);
        return S3.CopyObjectAsync(request, Cancellation);
    }

    private async Task<string> CopyPartAsync(string upload, int number, long from, long to)
    {
        var request = new CopyPartRequest { SourceBucket = Bucket, SourceKey = Source, DestinationBucket = Bucket, DestinationKey = "k", UploadId = upload, PartNumber = number, FirstByte = from, LastByte = to };
        return (await S3.CopyPartAsync(request, Cancellation)).ETag;
    }
}
