using Recommender.Lake.Errors;
using Recommender.Lake.S3;
using Recommender.Lake.Storage;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.S3;

/// <summary>Files that go to S3 and come from there, and copies within it.</summary>
public sealed class S3TransferTests : S3LakeTest
{
    private const int Large = (11 << 20) + 17;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    [InlineData(10 << 20)]
    [InlineData(Large)]
    public void A_file_goes_and_comes_unchanged(int bytes)
    {
        var content = Make("data/part-0.parquet", bytes);
        Storage.Store(Snapshot, ["data/part-0.parquet"], Token);
        Assert.Equal(bytes > 1 << 20 ? 1 : 0, Asked("CompleteMultipartUpload"));

        var there = Server.Objects.Find("lake-raw", "items/20260105T080000000Z-01234567/data/part-0.parquet")!;
        Assert.Equal(("CRC32", "FULL_OBJECT"), (there.Checksum!.Algorithm.ToString(), there.Checksum.Type.ToString()));
        var reader = Open(work: "elsewhere");
        var folder = reader.Fetch(Snapshot, [new StoredFile("data/part-0.parquet", bytes)], Token);
        Assert.StartsWith(Folder["elsewhere"], folder, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllBytes(Path.Combine(folder, "data", "part-0.parquet")));
        Assert.Equal(["part-0.parquet"], Directory.GetFiles(Path.Combine(folder, "data")).Select(Path.GetFileName));
    }

    [Fact]
    public void What_lies_here_already_is_not_fetched()
    {
        var content = Make("data/part-0.parquet", 1000);
        Make("data/part-1.parquet", 2000);
        Storage.Store(Snapshot, ["data/part-0.parquet", "data/part-1.parquet"], Token);
        StoredFile[] files = [new("data/part-0.parquet", 1000), new("data/part-1.parquet", 2000)];
        Storage.Fetch(Snapshot, files, Token);
        Assert.Equal(0, Asked("GetObject"));

        var reader = Open(work: "elsewhere");
        var folder = reader.Fetch(Snapshot, files, Token);
        reader.Fetch(Snapshot, files, Token);
        Assert.Equal(2, Asked("GetObject"));
        File.WriteAllBytes(Path.Combine(folder, "data", "part-0.parquet"), [1, 2, 3]);
        reader.Fetch(Snapshot, files, Token);
        Assert.Equal(content, File.ReadAllBytes(Path.Combine(folder, "data", "part-0.parquet")));
        Assert.Equal(3, Asked("GetObject"));
        reader.Forget(Snapshot);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void Two_steps_that_need_the_same_files_fetch_them_once()
    {
        for (var number = 0; number < 6; number++)
        {
            Make($"data/part-{number}.parquet", 1000 + number);
        }

        var files = Enumerable.Range(0, 6).Select(number => new StoredFile($"data/part-{number}.parquet", 1000 + number)).ToList();
        Storage.Store(Snapshot, [.. files.Select(file => file.Key)], Token);
        var reader = Open(work: "elsewhere");
        Parallel.For(0, 4, _ => reader.Fetch(Snapshot, files, Token));
        Assert.Equal(6, Asked("GetObject"));
    }

    [Fact]
    public void A_file_of_another_size_is_damage_and_one_that_is_missing_is_named()
    {
        Server.Objects.Add("lake-raw", "items/20260105T080000000Z-01234567/data/part-0.parquet", new byte[7]);
        var error = Assert.Throws<EnvironmentException>(() => Storage.Fetch(Snapshot, [new StoredFile("data/part-0.parquet", 8)], Token));
        Assert.Contains("part-0.parquet has 7 bytes, not 8", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<EnvironmentException>(() => Storage.Fetch(Snapshot, [new StoredFile("data/part-1.parquet", 8)], Token));
        Assert.Contains("s3://lake-raw/items/20260105T080000000Z-01234567/data/part-1.parquet", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Storage.WorkFolder(Snapshot), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Bytes_that_changed_where_they_lie_are_noticed()
    {
        Make("data/part-0.parquet", 1000);
        Storage.Store(Snapshot, ["data/part-0.parquet"], Token);
        var there = Server.Objects.Find("lake-raw", "items/20260105T080000000Z-01234567/data/part-0.parquet")!;
        File.WriteAllBytes(Server.Objects.PathOf("lake-raw", there), new byte[1000]);

        var error = Assert.Throws<EnvironmentException>(() => Open(work: "elsewhere").Fetch(Snapshot, [new StoredFile("data/part-0.parquet", 1000)], Token));

        Assert.Contains("checksum", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Folder["elsewhere"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_disk_that_is_too_small_for_a_file_is_an_error_and_gets_no_part_of_it()
    {
        Make("data/part-0.parquet", 600_000);
        Storage.Store(Snapshot, ["data/part-0.parquet"], Token);
        using var mount = TinyMount.At(Folder["tiny"], "256k");
        var error = Assert.Throws<EnvironmentException>(() => Open(work: "tiny").Fetch(Snapshot, [new StoredFile("data/part-0.parquet", 600_000)], Token));
        Assert.Contains("s3://lake-raw/items/20260105T080000000Z-01234567/data/part-0.parquet cannot be written to", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Folder["tiny"], "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(Large, 1)]
    public void Copies_are_made_within_S3(int bytes, int uploads)
    {
        var content = Make("data/part-0.parquet", bytes);
        Storage.Store(Snapshot, ["data/part-0.parquet"], Token);
        Server.Log.Clear();

        Open(Quick with { OneCopy = 10 << 20, CopyPart = S3Options.LeastPart }).Copy([new FileCopy($"{Snapshot}/data/part-0.parquet", $"{Other}/data/part-9.parquet", bytes)], Token);

        Assert.Equal(content, Server.Objects.Read("lake-raw", "items/20260105T090000000Z-01234567/data/part-9.parquet"));
        Assert.Equal(uploads, Asked("CompleteMultipartUpload"));
        Assert.Equal(0, Asked("GetObject") + Asked("PutObject") + Asked("UploadPart"));
    }

    [Fact]
    public void A_copy_of_what_is_missing_is_an_error()
    {
        var error = Assert.Throws<EnvironmentException>(() => Storage.Copy([new FileCopy($"{Snapshot}/data/none", $"{Other}/data/none", 1)], Token));
        Assert.Contains("S3 CopyObject of s3://lake-raw/items/20260105T080000000Z-01234567/data/none to", error.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Objects.List("lake-raw", ""));
    }

    [Fact]
    public void A_cancelled_upload_leaves_no_object_and_no_parts()
    {
        Make("data/part-0.parquet", Large);
        using var source = new CancellationTokenSource();
        Fail(AwsEmulator.Faults.FaultKind.Hang, "UploadPart", skip: 1);
        var upload = Task.Run(() => Storage.Store(Snapshot, ["data/part-0.parquet"], source.Token), Token);
        SpinWait.SpinUntil(() => Server.Faults.Pending == 0, TimeSpan.FromSeconds(20));
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => upload.GetAwaiter().GetResult());
        Assert.Empty(Server.Objects.List("lake-raw", ""));
        Assert.Equal(1, Asked("AbortMultipartUpload"));
    }

    [Fact]
    public void Options_tell_all_their_faults()
    {
        var options = new S3Options { Part = 1, OneCopy = 6L << 30, Parallel = 0, Silence = TimeSpan.Zero };
        Assert.Equal(4, options.Faults().Count());
        Assert.Empty(new S3Options().Faults());
        Assert.Throws<CallerException>(() => Open(options));
    }
}
