using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Recommender.Emulator.Tests.Support;

namespace Recommender.Emulator.Tests.S3;

public sealed class ObjectTests : S3Test
{
    public static TheoryData<string> Keys =>
        ["plain", "a/b/c.parquet", "sp ace/plus+and%25.txt", "ümlaut/日本語/🛒", "a//b", "dots/../x", "./y", "ends/", "q?uery&x=1#hash", "c:*|<>\"'`\\", new string('k', 1000), "tab\tnew\nline"];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Any_key_is_written_read_listed_and_deleted(string key)
    {
        await PutAsync(key, "content of it");
        Assert.Equal("content of it", await GetAsync(key));
        Assert.Equal(key, Assert.Single(Server.Objects.List(Bucket, "")).Key);
        var listed = (await S3.ListObjectsV2Async(new() { BucketName = Bucket, Prefix = key[..2] }, Cancellation)).S3Objects;
        Assert.Equal(key, Assert.Single(listed).Key);
        await S3.DeleteObjectAsync(Bucket, key, Cancellation);
        await FailsAsync(HttpStatusCode.NotFound, "NoSuchKey", () => GetAsync(key));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Server.Folder, "s3", Bucket), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_key_may_be_what_another_begins_with_in_either_order_and_both_lie_in_files()
    {
        foreach (var key in new[] { "a", "a/b", "c/d", "c", "a/b/e" })
        {
            await PutAsync(key, $"it is {key}");
        }

        foreach (var stored in Server.Objects.List(Bucket, ""))
        {
            Assert.Equal($"it is {stored.Key}", await GetAsync(stored.Key));
            Assert.Equal($"it is {stored.Key}", await File.ReadAllTextAsync(Server.Objects.PathOf(Bucket, stored), Cancellation));
        }
    }

    [Fact]
    public async Task What_is_said_of_an_object_comes_back_with_it()
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = "k", ContentBody = "12345", ContentType = "text/csv", StorageClass = S3StorageClass.StandardInfrequentAccess };
        put.Metadata["owner"] = "shop";
        put.Headers.CacheControl = "no-cache";
        put.Headers.ContentEncoding = "gzip";
        var written = await S3.PutObjectAsync(put, Cancellation);
        var head = await S3.GetObjectMetadataAsync(Bucket, "k", Cancellation);
        Assert.Equal($"\"{Convert.ToHexStringLower(Md5("12345"u8))}\"", written.ETag);
        Assert.Equal(
            (written.ETag, 5L, "text/csv", "shop", "no-cache", "gzip", S3StorageClass.StandardInfrequentAccess),
            (head.ETag, head.ContentLength, head.Headers.ContentType, head.Metadata["owner"], head.Headers.CacheControl, head.Headers.ContentEncoding, head.StorageClass));
    }

    [Theory]
    [InlineData("bytes=0-3", "0123", "bytes 0-3/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-2", "89", "bytes 8-9/10")]
    [InlineData("bytes=5-100", "56789", "bytes 5-9/10")]
    [InlineData("bytes=-100", "0123456789", "bytes 0-9/10")]
    public async Task A_range_is_answered_with_its_bytes(string range, string expected, string said)
    {
        await PutAsync("k", "0123456789");
        using var answer = await S3.GetObjectAsync(new() { BucketName = Bucket, Key = "k", ByteRange = new(range) }, Cancellation);
        using var reader = new StreamReader(answer.ResponseStream);
        Assert.Equal((expected, said, HttpStatusCode.PartialContent), (await reader.ReadToEndAsync(Cancellation), answer.ContentRange, answer.HttpStatusCode));
    }

    [Theory]
    [InlineData("bytes=10-")]
    [InlineData("bytes=-0")]
    public async Task A_range_beyond_the_end_is_refused(string range)
    {
        await PutAsync("k", "0123456789");
        await FailsAsync(HttpStatusCode.RequestedRangeNotSatisfiable, "InvalidRange", () => S3.GetObjectAsync(new() { BucketName = Bucket, Key = "k", ByteRange = new(range) }, Cancellation));
    }

    [Fact]
    public async Task What_is_not_there_is_said_to_be_so()
    {
        await FailsAsync(HttpStatusCode.NotFound, "NoSuchKey", () => GetAsync("none"));
        await FailsAsync(HttpStatusCode.NotFound, "NoSuchBucket", () => S3.GetObjectAsync("nobody", "k", Cancellation));
        await FailsAsync(HttpStatusCode.NotFound, "NotFound", () => S3.GetObjectMetadataAsync(Bucket, "none", Cancellation));
        await FailsAsync(HttpStatusCode.BadRequest, "KeyTooLongError", () => PutAsync(new string('k', 1025), ""));
        Assert.Equal(HttpStatusCode.NoContent, (await S3.DeleteObjectAsync(Bucket, "none", Cancellation)).HttpStatusCode);
    }

    [Fact]
    public async Task Objects_outlive_the_server()
    {
        using var folder = new Recommender.Tests.TemporaryFolder();
        string tag;
        await using (var first = await AwsEmulator.AwsEmulatorServer.StartAsync(new() { Folder = folder.Path }, Cancellation))
        {
            first.Objects.CreateBucket("kept");
            tag = first.Objects.Add("kept", "a/b", "text"u8).ETag;
        }

        await using var second = await AwsEmulator.AwsEmulatorServer.StartAsync(new() { Folder = folder.Path }, Cancellation);
        Assert.Equal((tag, "text"), (second.Objects.Find("kept", "a/b")!.ETag, System.Text.Encoding.UTF8.GetString(second.Objects.Read("kept", "a/b"))));
    }

    private static byte[] Md5(ReadOnlySpan<byte> bytes) => CryptographicOperations.HashData(HashAlgorithmName.MD5, bytes);
}
