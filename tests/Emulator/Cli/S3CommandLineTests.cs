using System.Text.Json.Nodes;
using Recommender.Emulator.Tests.Support;
using Recommender.Tests;

namespace Recommender.Emulator.Tests.Cli;

/// <summary>The emulated S3 under AWS's own command line.</summary>
public sealed class S3CommandLineTests : S3Test, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private AwsCommandLine Aws => new(Server, _folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_and_folders_go_there_and_back()
    {
        AwsCommandLine.Require();
        var big = Bytes(20_000_000);
        Directory.CreateDirectory(_folder["tree", "ümlaut"]);
        await File.WriteAllBytesAsync(_folder["tree", "big"], big, Cancellation);
        await File.WriteAllTextAsync(_folder["tree", "ümlaut", "sp ace+.txt"], "small", Cancellation);
        await DoAsync("s3", "mb", "s3://another");
        await DoAsync("s3", "sync", "tree", $"s3://{Bucket}/tree");
        Assert.Equal(["tree/big", "tree/ümlaut/sp ace+.txt"], Server.Objects.List(Bucket, "").Select(stored => stored.Key));
        Assert.Equal(3, Server.Objects.Find(Bucket, "tree/big")!.Parts.Count);
        await DoAsync("s3", "cp", $"s3://{Bucket}/tree/big", "s3://another/copied");
        await DoAsync("s3", "cp", "--recursive", $"s3://{Bucket}/tree", "back");
        await DoAsync("s3", "cp", "s3://another/copied", "back/copied");
        Assert.Equal(big, await File.ReadAllBytesAsync(_folder["back", "big"], Cancellation));
        Assert.Equal(big, await File.ReadAllBytesAsync(_folder["back", "copied"], Cancellation));
        Assert.Equal("small", await File.ReadAllTextAsync(_folder["back", "ümlaut", "sp ace+.txt"], Cancellation));
        Assert.Contains("sp ace+.txt", await DoAsync("s3", "ls", "--recursive", $"s3://{Bucket}"), StringComparison.Ordinal);
        await DoAsync("s3", "rm", "--recursive", $"s3://{Bucket}");
        Assert.Empty(Server.Objects.List(Bucket, ""));
    }

    [Fact]
    public async Task Single_operations_answer_as_the_command_line_expects()
    {
        AwsCommandLine.Require();
        await File.WriteAllTextAsync(_folder["file"], "0123456789", Cancellation);
        var put = Json(await DoAsync("s3api", "put-object", "--bucket", Bucket, "--key", "a/1", "--body", "file", "--checksum-algorithm", "SHA256", "--metadata", "owner=shop"));
        var head = Json(await DoAsync("s3api", "head-object", "--bucket", Bucket, "--key", "a/1", "--checksum-mode", "ENABLED"));
        Assert.Equal(((string)put["ETag"]!, (string)put["ChecksumSHA256"]!, 10, "shop"), ((string)head["ETag"]!, (string)head["ChecksumSHA256"]!, (int)head["ContentLength"]!, (string)head["Metadata"]!["owner"]!));
        await DoAsync("s3api", "get-object", "--bucket", Bucket, "--key", "a/1", "--range", "bytes=2-4", "part");
        Assert.Equal("234", await File.ReadAllTextAsync(_folder["part"], Cancellation));
        await DoAsync("s3api", "copy-object", "--bucket", Bucket, "--key", "a/2", "--copy-source", $"{Bucket}/a/1");
        Server.Objects.Add(Bucket, "b", "x"u8);
        var page = Json(await DoAsync("s3api", "list-objects-v2", "--bucket", Bucket, "--no-paginate", "--max-keys", "2"));
        var next = Json(await DoAsync("s3api", "list-objects-v2", "--bucket", Bucket, "--no-paginate", "--continuation-token", (string)page["NextContinuationToken"]!));
        Assert.Equal((2, true, "b", false), ((int)page["KeyCount"]!, (bool)page["IsTruncated"]!, (string)next["Contents"]![0]!["Key"]!, (bool)next["IsTruncated"]!));
        var all = Json(await DoAsync("s3api", "list-objects-v2", "--bucket", Bucket, "--page-size", "1", "--delimiter", "/"));
        Assert.Equal(("a/", "b"), ((string)all["CommonPrefixes"]![0]!["Prefix"]!, (string)all["Contents"]![0]!["Key"]!));
        var deleted = Json(await DoAsync("s3api", "delete-objects", "--bucket", Bucket, "--delete", """{ "Objects": [{ "Key": "a/1" }, { "Key": "none" }] }"""));
        Assert.Equal(["a/1", "none"], deleted["Deleted"]!.AsArray().Select(gone => (string)gone!["Key"]!));
        await DoAsync("s3api", "delete-object", "--bucket", Bucket, "--key", "a/2");
        Assert.Equal("eu-west-1", (string)Json(await DoAsync("s3api", "get-bucket-location", "--bucket", Bucket))["LocationConstraint"]!);
    }

    [Fact]
    public async Task An_upload_in_parts_goes_step_by_step()
    {
        AwsCommandLine.Require();
        await File.WriteAllBytesAsync(_folder["one"], Bytes(5 << 20), Cancellation);
        await File.WriteAllBytesAsync(_folder["two"], Bytes(7), Cancellation);
        var upload = (string)Json(await DoAsync("s3api", "create-multipart-upload", "--bucket", Bucket, "--key", "k", "--checksum-algorithm", "CRC32"))["UploadId"]!;
        string[] same = ["--bucket", Bucket, "--key", "k", "--upload-id", upload];
        var one = Json(await DoAsync(["s3api", "upload-part", .. same, "--part-number", "1", "--body", "one", "--checksum-algorithm", "CRC32"]));
        var two = Json(await DoAsync(["s3api", "upload-part", .. same, "--part-number", "2", "--body", "two", "--checksum-algorithm", "CRC32"]));
        Assert.Equal(2, Json(await DoAsync(["s3api", "list-parts", .. same]))["Parts"]!.AsArray().Count);
        Assert.Equal(upload, (string)Json(await DoAsync("s3api", "list-multipart-uploads", "--bucket", Bucket))["Uploads"]![0]!["UploadId"]!);
        var parts = new JsonObject { ["Parts"] = new JsonArray(Part(1, one), Part(2, two)) };
        var done = Json(await DoAsync(["s3api", "complete-multipart-upload", .. same, "--multipart-upload", parts.ToJsonString()]));
        Assert.EndsWith("-2\"", (string)done["ETag"]!, StringComparison.Ordinal);
        Assert.EndsWith("-2", (string)done["ChecksumCRC32"]!, StringComparison.Ordinal);
        Assert.Equal((5 << 20) + 7, Server.Objects.Find(Bucket, "k")!.Size);
    }

    [Fact]
    public async Task Errors_are_those_that_the_command_line_knows()
    {
        AwsCommandLine.Require();
        Assert.Contains("(NoSuchBucket) when calling the ListObjectsV2 operation", await FailAsync("s3api", "list-objects-v2", "--bucket", "nobody"), StringComparison.Ordinal);
        Assert.Contains("(404) when calling the HeadObject operation", await FailAsync("s3api", "head-object", "--bucket", Bucket, "--key", "none"), StringComparison.Ordinal);
        Assert.Contains("(NoSuchKey) when calling the GetObject operation", await FailAsync("s3api", "get-object", "--bucket", Bucket, "--key", "none", "out"), StringComparison.Ordinal);
        Assert.Contains("(BucketAlreadyOwnedByYou)", await FailAsync("s3", "mb", $"s3://{Bucket}"), StringComparison.Ordinal);
        Server.Faults.Add(new AwsEmulator.Faults.FaultRule { Operation = "ListObjectsV2", Kind = AwsEmulator.Faults.FaultKind.Throttle });
        Assert.Contains("(SlowDown) when calling the ListObjectsV2 operation", await FailAsync("s3", "ls", $"s3://{Bucket}"), StringComparison.Ordinal);
        Assert.Equal("arn:aws:iam::000000000000:user/test", (string)Json(await DoAsync("sts", "get-caller-identity"))["Arn"]!);
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    private static JsonObject Part(int number, JsonObject answer) => new() { ["PartNumber"] = number, ["ETag"] = (string)answer["ETag"]!, ["ChecksumCRC32"] = (string)answer["ChecksumCRC32"]! };

    private Task<string> DoAsync(params string[] arguments) => Aws.DoAsync(Cancellation, arguments);

    private async Task<string> FailAsync(params string[] arguments)
    {
        var (status, _, errors) = await Aws.RunAsync(Cancellation, arguments);
        Assert.NotEqual(0, status);
        return errors;
    }
}
