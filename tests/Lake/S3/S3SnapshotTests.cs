using Recommender.AwsEmulator.Faults;
using Recommender.Lake.Building;
using Recommender.Lake.Errors;
using Recommender.Lake.S3;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.S3;

/// <summary>Snapshots and shards in a lake on S3: what a lake in a folder promises holds there, too.</summary>
public sealed class S3SnapshotTests : S3LakeTest
{
    private readonly MemoryStep _items = new();

    [Fact]
    public void A_snapshot_is_published_read_elsewhere_rolled_back_and_collected()
    {
        var store = NewStore(Storage);
        var first = Publish(store, 10, "0123456789");
        var second = Publish(store, 20, "1123456789");

        var reader = NewStore(Open(work: "elsewhere"));
        Assert.Equal([second.Snapshot, first.Snapshot], reader.Complete(_items.Table.Name, Token).Select(manifest => manifest.Snapshot));
        var whole = reader.Whole(_items.Table.Name, Token)!;
        Assert.Equal((second.Snapshot, first.Snapshot), (whole.Snapshot, whole.Previous));
        Assert.Equal(20, new FileInfo(Path.Combine(Fetch(reader, whole), "data", "part-0.parquet")).Length);

        Assert.Equal(first.Snapshot, reader.Rollback(_items.Table.Name, Clock.GetUtcNow(), Token).Snapshot);
        Assert.Equal(first.Snapshot, store.Current(_items.Table.Name, Token)!.Snapshot);
        Publish(store, 30, "2123456789");
        Clock.Advance(TimeSpan.FromHours(3));
        var removed = new GarbageCollector(store).Collect([_items.Table.Name], new RetentionOptions { Keep = 1 }, Clock.GetUtcNow(), cancellationToken: Token);
        Assert.Equal([second.Snapshot, first.Snapshot], removed.Select(snapshot => snapshot.Snapshot));
        Assert.Single(store.Folders(_items.Table.Name, Token));
        Assert.True(Server.Objects.List("lake-raw", "items/").All(file => file.Key.StartsWith($"items/{store.Pointer(_items.Table.Name, Token)!.Snapshot}/", StringComparison.Ordinal) || file.Key == "items/_current.json"));
    }

    [Fact]
    public void Damage_is_found_by_one_listing()
    {
        var store = NewStore(Storage);
        var manifest = Publish(store, 10, "0123456789");
        Server.Log.Clear();
        Assert.Empty(store.Damage(_items.Table.Name, manifest, Token));
        Assert.Equal("ListObjectsV2", Assert.Single(Server.Log).Operation);
        Server.Objects.Delete("lake-raw", $"items/{manifest.Snapshot}/data/part-0.parquet");
        Assert.Equal(["data/part-0.parquet is missing"], store.Damage(_items.Table.Name, manifest, Token));
        Assert.Null(store.Whole(_items.Table.Name, Token));
    }

    [Fact]
    public void Of_two_writers_of_one_table_the_second_publishes_nothing_and_leaves_nothing()
    {
        var store = NewStore(Storage);
        var other = NewStore(Open(work: "elsewhere"));
        using var one = Begin(store, 10, "0123456789");
        using (var two = Begin(other, 20, "0123456789"))
        {
            one.Publish(new SnapshotContent(10), Clock.GetUtcNow(), Token);
            Assert.Contains("somebody else", Assert.Throws<EnvironmentException>(() => two.Publish(new SnapshotContent(20), Clock.GetUtcNow(), Token)).Message, StringComparison.Ordinal);
        }

        Assert.Equal([one.Id], store.Folders(_items.Table.Name, Token));
        Assert.False(Directory.EnumerateFiles(Folder["elsewhere"], "*", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public void A_publication_that_fails_leaves_the_one_before_and_no_file()
    {
        var store = NewStore(Open(retries: 0));
        var old = Publish(store, 10, "0123456789");
        Fail(FaultKind.ServerError, "PutObject", match: "_manifest.json");
        using (var writer = Begin(store, 20, "1123456789"))
        {
            var error = Assert.Throws<EnvironmentException>(() => writer.Publish(new SnapshotContent(20), Clock.GetUtcNow(), Token));
            Assert.StartsWith("raw.items: the snapshot cannot be written, nothing was published: S3 PutObject of s3://lake-raw/items/", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal([old.Snapshot], store.Folders(_items.Table.Name, Token));
        Assert.Equal(old.Snapshot, store.Whole(_items.Table.Name, Token)!.Snapshot);
    }

    [Fact]
    public void A_pointer_whose_move_was_done_but_not_answered_keeps_its_snapshot()
    {
        Publish(NewStore(Storage), 10, "0123456789");
        var lossy = new Meanwhile(new VersionedPointers(Storage), () => { }, () => throw new EnvironmentException("the answer was lost"));
        var store = new SnapshotStore(Storage, lossy);
        string id;
        using (var writer = Begin(store, 20, "1123456789"))
        {
            id = writer.Id;
            Assert.Throws<EnvironmentException>(() => writer.Publish(new SnapshotContent(20), Clock.GetUtcNow(), Token));
        }

        Assert.Equal(id, store.Whole(_items.Table.Name, Token)!.Snapshot);
    }

    [Fact]
    public void What_a_killed_writer_left_goes_with_the_next()
    {
        var store = NewStore(Storage);
        var old = Publish(store, 10, "0123456789");
        Server.Objects.Add("lake-raw", "items/20260105T090000000Z-00000001/data/part-0.parquet", new byte[5]);
        var removed = new GarbageCollector(store).RemoveUnfinished([_items.Table.Name], Token);
        Assert.Equal([("20260105T090000000Z-00000001", 5L)], removed.Select(one => (one.Snapshot, one.Bytes)));
        Assert.Equal([old.Snapshot], store.Folders(_items.Table.Name, Token));
    }

    [Fact]
    public void Shards_are_gathered_by_copies_within_S3()
    {
        var stores = Enumerable.Range(0, 2).Select(number => NewStore(Open(work: $"task-{number}"))).ToList();
        for (var index = 0; index < 2; index++)
        {
            var shards = new ShardStore(stores[index]);
            using var shard = shards.Begin(_items.Table, new Shard(index, 2), "0123456789", Clock.GetUtcNow(), Token);
            File.WriteAllBytes(Path.Combine(shard.DataFolder, "part-0.parquet"), new byte[100 + index]);
            shard.Stage(new Shard(index, 2), "run-1", "0123456789", 1, Clock.GetUtcNow(), Token);
        }

        var store = NewStore(Storage);
        var staged = new ShardStore(store).Staged(_items.Table.Name, "0123456789", 2, Token);
        Assert.Equal(2, staged.Count);
        using var writer = store.Begin(_items.Table, "run-1", "0123456789", Clock.GetUtcNow(), Token);
        Server.Log.Clear();
        foreach (var (shard, prefix) in staged)
        {
            writer.Link(prefix, [.. shard.Files.Select(file => (file, $"data/part-{shard.Index}.parquet"))], Token);
        }

        Assert.Equal(2, writer.DataFiles.Count);
        var manifest = writer.Publish(new SnapshotContent(2), Clock.GetUtcNow(), Token);
        Assert.Equal([new ManifestFile("data/part-0.parquet", 100), new ManifestFile("data/part-1.parquet", 101)], manifest.Files);
        Assert.Empty(store.Damage(_items.Table.Name, manifest, Token));
        Assert.Equal(2, Asked("CopyObject"));
        Assert.DoesNotContain(Server.Log, request => request.Operation == "PutObject" && request.Subject.EndsWith(".parquet", StringComparison.Ordinal));
        Assert.Equal(2, new ShardStore(store).Sweep([_items.Table.Name], Clock.GetUtcNow(), cancellationToken: Token).Count);
        Assert.Equal(["_current.json", "_manifest.json", "part-0.parquet", "part-1.parquet"], Server.Objects.List("lake-raw", "").Select(file => Path.GetFileName(file.Key)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_copy_of_a_pointer_follows_and_is_put_right()
    {
        var copies = new PointerCopies(Storage);
        var name = _items.Table.Name;
        copies.Write(name, new Pointer("20260105T080000000Z-01234567"), Token);
        copies.Write(name, new Pointer("20260105T080000000Z-01234567"), Token);
        Assert.Equal(1, Asked("PutObject"));
        copies.Write(name, new Pointer("20260105T090000000Z-01234567") { Held = ["x"] }, Token);
        var read = PointerFile.Parse(Storage.Read(LakeKeys.Pointer(name), Token));
        Assert.Equal(("20260105T090000000Z-01234567", "x"), (read.Snapshot, read.Held!.Single()));
    }

    private static SnapshotStore NewStore(S3Storage storage) => new(storage, new VersionedPointers(storage));

    private SnapshotWriter Begin(SnapshotStore store, int bytes, string fingerprint)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        var writer = store.Begin(_items.Table, "run-1", fingerprint, Clock.GetUtcNow(), Token);
        File.WriteAllBytes(Path.Combine(writer.DataFolder, "part-0.parquet"), new byte[bytes]);
        return writer;
    }

    private Manifest Publish(SnapshotStore store, int bytes, string fingerprint)
    {
        using var writer = Begin(store, bytes, fingerprint);
        return writer.Publish(new SnapshotContent(bytes), Clock.GetUtcNow(), Token);
    }

    private string Fetch(SnapshotStore store, Manifest manifest) => store.Storage.Fetch(
        LakeKeys.Snapshot(_items.Table.Name, manifest.Snapshot), [.. manifest.Files.Select(file => new StoredFile(file.Path, file.Bytes))], Token);
}
