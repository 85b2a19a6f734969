using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Recommender.Emulator.Tests.Support;
using Checksum = Recommender.AwsEmulator.S3.Checksums.Checksum;

namespace Recommender.Emulator.Tests.S3;

public sealed class ChecksumTests : S3Test
{
    // The check values of the catalogue of parametrised CRC algorithms, and of RFC 3174 and FIPS 180.
    [Theory]
    [InlineData("CRC32", "cbf43926")]
    [InlineData("CRC32C", "e3069283")]
    [InlineData("CRC64NVME", "ae8b14860a799888")]
    [InlineData("SHA1", "f7c3bc1d808e04732adf679965ccc34ca7ae3441")]
    [InlineData("SHA256", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225")]
    [InlineData("MD5", "25f9e794323b453885f5181f1b624d0b")]
    public void Algorithms_give_their_published_check_values_in_one_piece_or_two(string algorithm, string expected)
    {
        var bytes = "123456789"u8;
        Assert.Equal(expected, Convert.ToHexStringLower(Checksum.Of(algorithm, bytes)));
        using var two = Checksum.Begin(algorithm);
        two.Append(bytes[..4]);
        two.Append(bytes[4..]);
        Assert.Equal(expected, Convert.ToHexStringLower(two.End()));
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("CRC32C")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task A_checksum_that_is_sent_along_is_verified_and_comes_back(string algorithm)
    {
        var right = Convert.ToBase64String(Checksum.Of(algorithm, "content"u8));
        var wrong = Convert.ToBase64String(Checksum.Of(algorithm, "contend"u8));
        var error = await FailsAsync(HttpStatusCode.BadRequest, "BadDigest", () => S3.PutObjectAsync(Request(algorithm, wrong), Cancellation));
        Assert.Contains(algorithm, error.Message, StringComparison.Ordinal);
        Assert.Null(Server.Objects.Find(Bucket, "k"));
        await S3.PutObjectAsync(Request(algorithm, right), Cancellation);
        Assert.Equal((algorithm, right), (Server.Objects.Find(Bucket, "k")!.Checksum!.Algorithm, Server.Objects.Find(Bucket, "k")!.Checksum!.Value));
        var attributes = await S3.GetObjectMetadataAsync(new() { BucketName = Bucket, Key = "k", ChecksumMode = ChecksumMode.ENABLED }, Cancellation);
        Assert.Equal(right, algorithm switch { "CRC32" => attributes.ChecksumCRC32, "CRC32C" => attributes.ChecksumCRC32C, "SHA1" => attributes.ChecksumSHA1, _ => attributes.ChecksumSHA256 });
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Bodies_come_in_chunks_or_whole_with_trailers_or_without(bool chunks, bool always)
    {
        var client = Client(settings => settings.RequestChecksumCalculation = always ? RequestChecksumCalculation.WHEN_SUPPORTED : RequestChecksumCalculation.WHEN_REQUIRED);
        foreach (var size in new[] { 0, 1, 65535, 65536, 300_000 })
        {
            var bytes = Bytes(size);
            await client.PutObjectAsync(new() { BucketName = Bucket, Key = "k", InputStream = new MemoryStream(bytes), UseChunkEncoding = chunks }, Cancellation);
            Assert.Equal(bytes, Server.Objects.Read(Bucket, "k"));
            Assert.Equal(always ? "CRC32" : Checksum.Default, Server.Objects.Find(Bucket, "k")!.Checksum!.Algorithm);
            Assert.DoesNotContain("aws-chunked", Server.Objects.Find(Bucket, "k")!.Headers.GetValueOrDefault("content-encoding", ""), StringComparison.Ordinal);
        }

        // The SDK sends what is empty whole.
        Assert.All(Server.Log.Of("s3", "PutObject").Skip(1), put => Assert.Equal(chunks, put.RequestHeaders["x-amz-content-sha256"].StartsWith("STREAMING-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_wrong_md5_is_refused()
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = "k", ContentBody = "content", MD5Digest = Convert.ToBase64String(Checksum.Of("MD5", "contend"u8)) };
        await FailsAsync(HttpStatusCode.BadRequest, "BadDigest", () => S3.PutObjectAsync(put, Cancellation));
        put.MD5Digest = Convert.ToBase64String(Encoding.ASCII.GetBytes("not sixteen bytes"));
        await FailsAsync(HttpStatusCode.BadRequest, "InvalidDigest", () => S3.PutObjectAsync(put, Cancellation));
        put.MD5Digest = Convert.ToBase64String(Checksum.Of("MD5", "content"u8));
        await S3.PutObjectAsync(put, Cancellation);
    }

    private static PutObjectRequest Request(string algorithm, string sum)
    {
        var request = new PutObjectRequest { BucketName = Bucket, Key = "k", ContentBody = "content" };
        _ = algorithm switch
        {
            "CRC32" => request.ChecksumCRC32 = sum,
            "CRC32C" => request.ChecksumCRC32C = sum,
            "SHA1" => request.ChecksumSHA1 = sum,
            _ => request.ChecksumSHA256 = sum,
        };
        return request;
    }
}
