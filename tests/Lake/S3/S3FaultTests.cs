using System.Text;
using Recommender.AwsEmulator.Faults;
using Recommender.Lake.Errors;
using Recommender.Lake.S3;
using Recommender.Lake.Storage;

namespace Recommender.Lake.Tests.S3;

/// <summary>Every kind of fault against every kind of work: nothing lost, nothing doubled, and what happened but was not answered is no error.</summary>
public sealed class S3FaultTests : S3LakeTest
{
    private const int Large = (11 << 20) + 17;

    public static TheoryData<FaultKind> Refusals => [FaultKind.Throttle, FaultKind.ServerError, FaultKind.TearBefore, FaultKind.TearAfter];

    public static TheoryData<FaultKind> BodyFaults => [FaultKind.Throttle, FaultKind.ServerError, FaultKind.TearBefore, FaultKind.TearAfter, FaultKind.TruncateBody];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_put_is_done_once_and_is_no_error(FaultKind kind)
    {
        var content = Make("data/part-0.parquet", 1000);
        Fail(kind, "PutObject");
        Storage.Store(Snapshot, ["data/part-0.parquet"], Token);
        Assert.Equal(content, Server.Objects.Read("lake-raw", Key("data/part-0.parquet")));
        Assert.Equal(0, Server.Faults.Pending);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_conditional_put_is_won_by_the_one_that_wrote(FaultKind kind)
    {
        Fail(kind, "PutObject");
        var version = Storage.WriteNew("raw/items/_lock", "one"u8.ToArray(), Token);
        Assert.NotNull(version);
        Fail(kind, "PutObject");
        Assert.NotNull(Storage.Replace("raw/items/_lock", "two"u8.ToArray(), version, Token));
        Assert.Null(Storage.WriteNew("raw/items/_lock", "three"u8.ToArray(), Token));
        Assert.Equal("two", Encoding.UTF8.GetString(Storage.Read("raw/items/_lock", Token)!));
        Fail(kind, "DeleteObject");
        Assert.True(Storage.RemoveLock("raw/items/_lock", Storage.Look("raw/items/_lock", Token)!.Version, Token));
        Assert.False(Storage.Has("raw/items/_lock", Token));
        Assert.Equal(0, Server.Faults.Pending);
    }

    [Fact]
    public void A_write_that_meets_another_of_the_same_key_is_tried_again()
    {
        Fail(FaultKind.Conflict, "PutObject", times: 2);
        Assert.NotNull(Storage.WriteNew("raw/items/_lock", "one"u8.ToArray(), Token));
        Assert.Equal(0, Server.Faults.Pending);
    }

    public static TheoryData<string, FaultKind> UploadFaults
    {
        get
        {
            var data = new TheoryData<string, FaultKind>();
            foreach (var operation in new[] { "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "HeadObject" })
            {
                data.Add(operation, FaultKind.ServerError);
                data.Add(operation, FaultKind.TearBefore);
                data.Add(operation, FaultKind.TearAfter);
            }

            data.Add("UploadPart", FaultKind.Throttle);
            data.Add("CreateMultipartUpload", FaultKind.TruncateBody);
            data.Add("CompleteMultipartUpload", FaultKind.TruncateBody);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(UploadFaults))]
    public void An_upload_in_parts_goes_on(string operation, FaultKind kind)
    {
        var content = Make("data/part-0.parquet", Large);
        Fail(kind, operation);
        Storage.Store(Snapshot, ["data/part-0.parquet"], Token);
        Assert.Equal(content, Server.Objects.Read("lake-raw", Key("data/part-0.parquet")));
        Assert.Equal(0, Server.Faults.Pending);
    }

    [Fact]
    public void An_upload_whose_part_fails_for_good_starts_anew_and_leaves_no_parts()
    {
        var content = Make("data/part-0.parquet", Large);
        Fail(FaultKind.ServerError, "UploadPart", times: 1);
        Open(retries: 0).Store(Snapshot, ["data/part-0.parquet"], Token);
        Assert.Equal(content, Server.Objects.Read("lake-raw", Key("data/part-0.parquet")));
        Assert.Equal((2, 1, 1), (Asked("CreateMultipartUpload"), Asked("AbortMultipartUpload"), Asked("CompleteMultipartUpload")));
    }

    [Fact]
    public void An_upload_that_fails_every_time_is_an_error_and_leaves_nothing()
    {
        Make("data/part-0.parquet", Large);
        Fail(FaultKind.ServerError, "UploadPart", times: 1000);
        var error = Assert.Throws<EnvironmentException>(() => Open(retries: 0).Store(Snapshot, ["data/part-0.parquet"], Token));
        Assert.StartsWith("S3 UploadPart of s3://lake-raw/items/", error.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Objects.List("lake-raw", ""));
        Assert.Equal(Asked("CreateMultipartUpload"), Asked("AbortMultipartUpload"));
        Assert.Equal(Quick.Attempts, Asked("CreateMultipartUpload"));
    }

    [Theory]
    [MemberData(nameof(BodyFaults))]
    public void A_fetch_brings_every_byte(FaultKind kind)
    {
        var content = Make("data/part-0.parquet", Large);
        Storage.Store(Snapshot, ["data/part-0.parquet"], Token);
        Fail(kind, "GetObject", times: 2);
        var folder = Open(work: "elsewhere").Fetch(Snapshot, [new StoredFile("data/part-0.parquet", Large)], Token);
        Assert.Equal(content, File.ReadAllBytes(Path.Combine(folder, "data", "part-0.parquet")));
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "data")));
        Assert.Equal(0, Server.Faults.Pending);
    }

    [Fact]
    public void A_body_that_breaks_off_every_time_is_an_error_and_leaves_no_file()
    {
        Make("data/part-0.parquet", 1000);
        Storage.Store(Snapshot, ["data/part-0.parquet"], Token);
        Fail(FaultKind.TruncateBody, "GetObject", times: 1000);
        var error = Assert.Throws<EnvironmentException>(() => Open(work: "elsewhere", retries: 0).Fetch(Snapshot, [new StoredFile("data/part-0.parquet", 1000)], Token));
        Assert.StartsWith("S3 GetObject of s3://lake-raw/items/", error.Message, StringComparison.Ordinal);
        Assert.True(Asked("GetObject") >= Quick.Attempts);
        Assert.Empty(Directory.EnumerateFiles(Folder["elsewhere"], "*", SearchOption.AllDirectories));
    }

    [Theory]
    [MemberData(nameof(BodyFaults))]
    public void A_small_file_is_read_whole(FaultKind kind)
    {
        Storage.Write($"{Snapshot}/_manifest.json", new byte[5000], Token);
        Fail(kind, "GetObject");
        Assert.Equal(5000, Storage.Read($"{Snapshot}/_manifest.json", Token)!.Length);
        Assert.Equal(0, Server.Faults.Pending);
    }

    [Fact]
    public void A_listing_loses_and_doubles_nothing()
    {
        var keys = Enumerable.Range(0, 1_001).Select(number => $"{Snapshot}/data/part-{number:0000}.parquet").ToList();
        keys.ForEach(key => Server.Objects.Add("lake-raw", key["raw/".Length..], new byte[1]));
        foreach (var kind in new[] { FaultKind.Throttle, FaultKind.TearBefore, FaultKind.TearAfter, FaultKind.TruncateBody })
        {
            Fail(kind, "ListObjectsV2");
            Fail(kind, "ListObjectsV2", skip: 1);
            Assert.Equal(keys, Storage.Files(Snapshot, Token).Select(file => file.Key));
            Assert.Equal(0, Server.Faults.Pending);
        }
    }

    [Fact]
    public void A_body_that_falls_silent_is_asked_for_again()
    {
        var content = Make("data/part-0.parquet", 1000);
        Storage.Store(Snapshot, ["data/part-0.parquet"], Token);
        Fail(FaultKind.SlowBody, "GetObject");
        var reader = Open(Quick with { Silence = TimeSpan.FromMilliseconds(50), Attempts = 10 }, work: "elsewhere");
        var folder = reader.Fetch(Snapshot, [new StoredFile("data/part-0.parquet", 1000)], Token);
        Assert.Equal(content, File.ReadAllBytes(Path.Combine(folder, "data", "part-0.parquet")));
        Assert.True(Asked("GetObject") > 1);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_copy_is_made(FaultKind kind)
    {
        var content = Make("data/part-0.parquet", 1000);
        Storage.Store(Snapshot, ["data/part-0.parquet"], Token);
        Fail(kind, "CopyObject");
        Storage.Copy([new FileCopy($"{Snapshot}/data/part-0.parquet", $"{Other}/data/part-0.parquet", 1000)], Token);
        Assert.Equal(content, Server.Objects.Read("lake-raw", "items/20260105T090000000Z-01234567/data/part-0.parquet"));
        Assert.Equal(0, Server.Faults.Pending);
    }

    [Fact]
    public void A_service_that_does_not_answer_is_given_up_in_time_and_asked_again()
    {
        Storage.Write("raw/items/_current.json", new byte[5], Token);
        var impatient = Open(retries: 1, timeout: TimeSpan.FromSeconds(1));
        Fail(FaultKind.Hang, "GetObject");
        Assert.Equal(5, impatient.Read("raw/items/_current.json", Token)!.Length);
        Fail(FaultKind.Hang, "PutObject", times: 100);
        var error = Assert.Throws<EnvironmentException>(() => Open(retries: 0, timeout: TimeSpan.FromSeconds(1)).Write("raw/items/_current.json", new byte[6], Token));
        Assert.StartsWith("S3 PutObject of s3://lake-raw/items/_current.json failed", error.Message, StringComparison.Ordinal);
    }

    private static string Key(string file) => $"items/20260105T080000000Z-01234567/{file}";
}
