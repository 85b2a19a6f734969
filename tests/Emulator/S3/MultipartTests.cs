using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using Recommender.Emulator.Tests.Support;

namespace Recommender.Emulator.Tests.S3;

public sealed class MultipartTests : S3Test
{
    private const int Smallest = 5 << 20;

    [Theory]
    [InlineData(null, null)]
    [InlineData("CRC32", "COMPOSITE")]
    [InlineData("CRC32", "FULL_OBJECT")]
    [InlineData("SHA256", "COMPOSITE")]
    public async Task Parts_sent_in_any_order_become_one_object(string? algorithm, string? type)
    {
        var (upload, bytes) = (await BeginAsync(algorithm, type), Bytes((2 * Smallest) + 1000));
        var parts = await Task.WhenAll(new[] { 3, 1, 2 }.Select(number => UploadAsync(upload, number, bytes.AsMemory((number - 1) * Smallest, number == 3 ? 1000 : Smallest), algorithm)));
        var done = await CompleteAsync(upload, [.. parts.OrderBy(part => part.PartNumber)]);
        Assert.EndsWith("-3\"", done.ETag, StringComparison.Ordinal);
        Assert.Equal(bytes, Server.Objects.Read(Bucket, "big"));
        var head = await S3.GetObjectMetadataAsync(new() { BucketName = Bucket, Key = "big", PartNumber = 2, ChecksumMode = ChecksumMode.ENABLED }, Cancellation);
        Assert.Equal((Smallest, 3, done.ETag), (head.ContentLength, head.PartsCount, head.ETag));
        Assert.Equal(type, algorithm is null ? null : done.ChecksumType?.Value);
        Assert.Empty((await S3.ListMultipartUploadsAsync(Bucket, Cancellation)).MultipartUploads ?? []);
        Assert.Single(Directory.EnumerateFiles(Server.Folder, "*", SearchOption.AllDirectories), file => new FileInfo(file).Length >= 1000 && !file.EndsWith(".json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_parts_that_are_there_and_large_enough_and_in_order_are_taken()
    {
        var upload = await BeginAsync();
        var first = await UploadAsync(upload, 1, Bytes(Smallest - 1));
        var second = await UploadAsync(upload, 2, Bytes(10));
        await FailsAsync(HttpStatusCode.BadRequest, "EntityTooSmall", () => CompleteAsync(upload, [first, second]));
        await FailsAsync(HttpStatusCode.BadRequest, "InvalidPart", () => CompleteAsync(upload, [first, new(3, second.ETag)]));
        await FailsAsync(HttpStatusCode.BadRequest, "InvalidPart", () => CompleteAsync(upload, [new(1, second.ETag)]));
        await FailsAsync(HttpStatusCode.BadRequest, "InvalidArgument", () => UploadAsync(upload, 10001, Bytes(10)));
        Assert.Null(Server.Objects.Find(Bucket, "big"));
        first = await UploadAsync(upload, 1, Bytes(Smallest));
        await CompleteAsync(upload, [first, second]);
        Assert.Equal(Smallest + 10, Server.Objects.Find(Bucket, "big")!.Size);
    }

    [Fact]
    public async Task A_part_is_summed_as_was_agreed_on_and_where_nothing_was_as_the_client_likes()
    {
        var plain = Client(settings => settings.RequestChecksumCalculation = Amazon.Runtime.RequestChecksumCalculation.WHEN_REQUIRED);
        var composite = await BeginAsync("SHA256", "COMPOSITE");
        await FailsAsync(HttpStatusCode.BadRequest, "InvalidRequest", () => UploadAsync(composite, 1, Bytes(10), "CRC32"));
        await FailsAsync(HttpStatusCode.BadRequest, "InvalidRequest", () => plain.UploadPartAsync(new() { BucketName = Bucket, Key = "big", UploadId = composite, PartNumber = 1, InputStream = new MemoryStream([1]) }, Cancellation));
        var part = await UploadAsync(composite, 1, Bytes(10), "SHA256");
        await FailsAsync(HttpStatusCode.BadRequest, "InvalidRequest", () => CompleteAsync(composite, [new(1, part.ETag)]));
        await FailsAsync(HttpStatusCode.BadRequest, "InvalidPart", () => CompleteAsync(composite, [new(1, part.ETag) { ChecksumSHA256 = "AAAA" }]));
        await CompleteAsync(composite, [part]);
        var whatever = await BeginAsync();
        await CompleteAsync(whatever, [await UploadAsync(whatever, 1, Bytes(10), "SHA1")]);
        Assert.Equal(("CRC64NVME", "FULL_OBJECT"), (Server.Objects.Find(Bucket, "big")!.Checksum!.Algorithm, Server.Objects.Find(Bucket, "big")!.Checksum!.Type));
    }

    [Fact]
    public async Task Completing_once_more_gives_the_same_answer_and_writes_nothing()
    {
        var upload = await BeginAsync();
        var part = await UploadAsync(upload, 1, Bytes(100));
        var first = await CompleteAsync(upload, [part]);
        await PutAsync("big", "written since");
        Assert.Equal(first.ETag, (await CompleteAsync(upload, [part])).ETag);
        Assert.Equal("written since", await GetAsync("big"));
        await FailsAsync(HttpStatusCode.NotFound, "NoSuchUpload", () => UploadAsync(upload, 1, Bytes(100)));
        await FailsAsync(HttpStatusCode.NotFound, "NoSuchUpload", () => CompleteAsync(upload, [new(2, part.ETag)]));
    }

    [Fact]
    public async Task An_upload_that_is_given_up_leaves_nothing()
    {
        var upload = await BeginAsync();
        var part = await UploadAsync(upload, 1, Bytes(100));
        await S3.AbortMultipartUploadAsync(Bucket, "big", upload, Cancellation);
        await FailsAsync(HttpStatusCode.NotFound, "NoSuchUpload", () => CompleteAsync(upload, [part]));
        await FailsAsync(HttpStatusCode.NotFound, "NoSuchUpload", () => S3.AbortMultipartUploadAsync(Bucket, "big", upload, Cancellation));
        await FailsAsync(HttpStatusCode.NotFound, "NoSuchUpload", () => S3.ListPartsAsync(Bucket, "big", upload, Cancellation));
        Assert.Empty(Directory.EnumerateFiles(Server.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Completing_heeds_conditions_and_keeps_the_upload_where_they_fail()
    {
        await PutAsync("big", "there");
        var upload = await BeginAsync();
        var part = await UploadAsync(upload, 1, Bytes(100));
        await FailsAsync(HttpStatusCode.PreconditionFailed, "PreconditionFailed", () => CompleteAsync(upload, [part], request => request.IfNoneMatch = "*"));
        Assert.Equal("there", await GetAsync("big"));
        await CompleteAsync(upload, [part], request => request.IfMatch = $"\"{Server.Objects.Find(Bucket, "big")!.ETag}\"");
        Assert.Equal(100, Server.Objects.Find(Bucket, "big")!.Size);
    }

    [Fact]
    public async Task Parts_and_uploads_are_listed_in_pages()
    {
        var uploads = new List<string>();
        foreach (var key in new[] { "big", "big", "other/a", "other/b" })
        {
            uploads.Add((await S3.InitiateMultipartUploadAsync(Bucket, key, Cancellation)).UploadId);
        }

        foreach (var number in new[] { 2, 5, 9 })
        {
            await UploadAsync(uploads[0], number, Bytes(number));
        }

        var first = await S3.ListPartsAsync(new() { BucketName = Bucket, Key = "big", UploadId = uploads[0], MaxParts = 2 }, Cancellation);
        var second = await S3.ListPartsAsync(new() { BucketName = Bucket, Key = "big", UploadId = uploads[0], PartNumberMarker = $"{first.NextPartNumberMarker}" }, Cancellation);
        Assert.Equal([2, 5, 9], first.Parts.Concat(second.Parts).Select(part => part.PartNumber!.Value));
        Assert.Equal((true, false, 9L), (first.IsTruncated, second.IsTruncated, second.Parts[0].Size));
        var listed = new List<string>();
        var request = new ListMultipartUploadsRequest { BucketName = Bucket, MaxUploads = 1 };
        for (ListMultipartUploadsResponse? page = null; page?.IsTruncated is not false; (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker))
        {
            page = await S3.ListMultipartUploadsAsync(request, Cancellation);
            listed.AddRange(page.MultipartUploads.Select(upload => upload.UploadId));
        }

        Assert.Equal(uploads.Order(), listed.Order());
        var rolled = await S3.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = Bucket, Delimiter = "/" }, Cancellation);
        Assert.Equal(("other/", 2), (Assert.Single(rolled.CommonPrefixes), rolled.MultipartUploads.Count));
    }

    [Fact]
    public async Task The_transfer_utility_brings_a_large_file_there_and_back()
    {
        using var folder = new Recommender.Tests.TemporaryFolder();
        var bytes = Bytes((3 * Smallest) + 7);
        await File.WriteAllBytesAsync(folder["there"], bytes, Cancellation);
        using var transfer = new TransferUtility(S3, new TransferUtilityConfig { MinSizeBeforePartUpload = Smallest });
        await transfer.UploadAsync(new TransferUtilityUploadRequest { BucketName = Bucket, Key = "big", FilePath = folder["there"], PartSize = Smallest }, Cancellation);
        await transfer.DownloadAsync(folder["back"], Bucket, "big", Cancellation);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(folder["back"], Cancellation));
        Assert.Equal(4, Server.Objects.Find(Bucket, "big")!.Parts.Count);
    }

    private async Task<string> BeginAsync(string? algorithm = null, string? type = null)
    {
        var request = new InitiateMultipartUploadRequest { BucketName = Bucket, Key = "big" };
        if (algorithm is not null)
        {
            (request.ChecksumAlgorithm, request.ChecksumType) = (algorithm, type);
        }

        return (await S3.InitiateMultipartUploadAsync(request, Cancellation)).UploadId;
    }

    private async Task<PartETag> UploadAsync(string upload, int number, ReadOnlyMemory<byte> bytes, string? algorithm = null)
    {
        var part = await S3.UploadPartAsync(
            new() { BucketName = Bucket, Key = "big", UploadId = upload, PartNumber = number, InputStream = new MemoryStream(bytes.ToArray()), ChecksumAlgorithm = algorithm },
            Cancellation);
        return new(part, algorithm is not null);
    }

    private Task<CompleteMultipartUploadResponse> CompleteAsync(string upload, List<PartETag> parts, Action<CompleteMultipartUploadRequest>? change = null)
    {
        var request = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "big", UploadId = upload, PartETags = parts };
        change?.Invoke(request);
        return S3.CompleteMultipartUploadAsync(request, Cancellation);
    }
}
