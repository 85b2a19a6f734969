using System.Text;
using Recommender.Lake.Errors;
using Recommender.Lake.Storage;

namespace Recommender.Lake.Tests.S3;

/// <summary>Small files, listings and conditions.</summary>
public sealed class S3FilesTests : S3LakeTest
{
    [Fact]
    public void A_key_lies_in_its_zones_bucket()
    {
        Storage.Write($"{Snapshot}/_manifest.json", Bytes("raw"), Token);
        Storage.Write("clean/orders/_current.json", Bytes("clean"), Token);

        Assert.Equal("raw", Text(Server.Objects.Read("lake-raw", "items/20260105T080000000Z-01234567/_manifest.json")));
        Assert.Equal("clean", Text(Server.Objects.Read("lake-clean", "orders/_current.json")));
        Assert.Equal("s3://lake-clean/orders/_current.json", Storage.Describe("clean/orders/_current.json"));
        Assert.Contains("RECOMMENDER_BUCKET_ML", Assert.Throws<EnvironmentException>(() => Storage.Read("ml/models/_current.json", Token)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Storage.Read("elsewhere/x/y", Token));
        Assert.Throws<ArgumentException>(() => Storage.Read("raw/items/../orders", Token));
    }

    [Fact]
    public void What_is_written_is_read_and_looked_for()
    {
        Assert.Null(Storage.Read("raw/items/_current.json", Token));
        Assert.False(Storage.Has("raw/items/_current.json", Token));
        Storage.Write("raw/items/_current.json", Bytes("one"), Token);
        Storage.Write("raw/items/_current.json", Bytes("two"), Token);
        Assert.Equal("two", Text(Storage.Read("raw/items/_current.json", Token)!));
        Assert.True(Storage.Has("raw/items/_current.json", Token));
        Storage.Write("raw/items/_empty/nothing", ReadOnlyMemory<byte>.Empty, Token);
        Assert.Equal([], Storage.Read("raw/items/_empty/nothing", Token)!);
    }

    [Fact]
    public void Listings_go_on_page_after_page_and_are_in_order()
    {
        var keys = Enumerable.Range(0, 1_100).Select(number => $"{Snapshot}/data/day=2011-01-{number % 30:00}/part-{number}.parquet").Order(StringComparer.Ordinal).ToList();
        foreach (var key in keys)
        {
            Server.Objects.Add("lake-raw", key["raw/".Length..], new byte[1]);
        }

        Server.Objects.Add("lake-raw", "items/20260105T080000000Z-012345678/data/other", new byte[1]);
        Assert.Equal(keys, Storage.Files(Snapshot, Token).Select(file => file.Key));
        Assert.Equal(2, Asked("ListObjectsV2"));
        Assert.Equal(["data"], Storage.Folders(Snapshot, Token));
        Assert.Equal(30, Storage.Folders($"{Snapshot}/data", Token).Count);
        Assert.Equal(["20260105T080000000Z-01234567", "20260105T080000000Z-012345678"], Storage.Folders("raw/items", Token));
        var asked = Asked("ListObjectsV2");
        Assert.Equal(keys.Count, Storage.Sizes(Snapshot, [.. keys.Select(key => key[(Snapshot.Length + 1)..]), "data/none"], Token).Count);
        Assert.Equal(2, Asked("ListObjectsV2") - asked);
        Assert.Empty(Storage.Sizes(Snapshot, [], Token));
    }

    [Fact]
    public void A_prefix_is_taken_by_files_there_or_by_work_here()
    {
        Assert.False(Storage.IsTaken(Snapshot, Token));
        Server.Objects.Add("lake-raw", "items/20260105T080000000Z-01234567/data/part-0.parquet", new byte[1]);
        Assert.True(Storage.IsTaken(Snapshot, Token));
        Assert.False(Storage.IsTaken(Other, Token));
        Storage.WorkFolder(Other);
        Assert.True(Storage.IsTaken(Other, Token));
        Storage.Forget(Other);
        Assert.False(Storage.IsTaken(Other, Token));
    }

    [Fact]
    public void A_condition_decides_whether_a_file_is_written()
    {
        const string Key = "raw/items/_current.json";
        var first = Storage.WriteNew(Key, Bytes("one"), Token);
        Assert.NotNull(first);
        Assert.Null(Storage.WriteNew(Key, Bytes("two"), Token));
        var second = Storage.Replace(Key, Bytes("three"), first, Token);
        Assert.NotNull(second);
        Assert.Null(Storage.Replace(Key, Bytes("four"), first, Token));
        Assert.Equal(("three", second), (Text(Storage.Look(Key, Token)!.Content), Storage.Look(Key, Token)!.Version));
        Assert.Null(Storage.Replace("raw/items/none.json", Bytes("five"), second, Token));
    }

    [Fact]
    public void Of_many_that_write_a_new_file_one_wins()
    {
        var won = new bool[8];
        Parallel.For(0, won.Length, index => won[index] = Storage.WriteNew("raw/items/_lock", Bytes($"writer {index}"), Token) is not null);
        var winner = Assert.Single(Enumerable.Range(0, won.Length), index => won[index]);
        Assert.Equal($"writer {winner}", Text(Storage.Read("raw/items/_lock", Token)!));
    }

    [Fact]
    public void A_lock_is_removed_only_in_the_state_that_was_meant()
    {
        var first = Storage.WriteNew("raw/items/_lock", Bytes("one"), Token)!;
        var second = Storage.Replace("raw/items/_lock", Bytes("two"), first, Token)!;
        Assert.False(Storage.RemoveLock("raw/items/_lock", first, Token));
        Assert.True(Storage.Has("raw/items/_lock", Token));
        Assert.True(Storage.RemoveLock("raw/items/_lock", second, Token));
        Assert.True(Storage.RemoveLock("raw/items/_lock", second, Token));
        Assert.False(Storage.Has("raw/items/_lock", Token));
        Assert.Throws<ArgumentException>(() => Storage.RemoveLock("raw/items/_current.json", second, Token));
    }

    [Fact]
    public void A_fault_is_told_with_operation_place_code_and_request()
    {
        Fail(AwsEmulator.Faults.FaultKind.ServerError, "ListObjectsV2", times: 100);
        var message = Assert.Throws<EnvironmentException>(() => Open(retries: 0).Files("raw/items", Token)).Message;
        Assert.Matches(@"^S3 ListObjectsV2 of s3://lake-raw/items failed: InternalError: .+ \(request [A-Za-z0-9-]+\)$", message);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
