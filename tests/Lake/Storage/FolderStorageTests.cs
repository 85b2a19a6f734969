using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tests.Support;
using Recommender.Tests;

namespace Recommender.Lake.Tests.Storage;

public sealed class FolderStorageTests : IDisposable
{
    private const string Snapshot = "raw/items/20260105T080000000Z-01234567";
    private const string Other = "raw/items/20260105T090000000Z-01234567";

    private readonly TemporaryFolder _folder = new();
    private readonly FolderStorage _storage;

    public FolderStorageTests() => _storage = new(new LakeFolder(_folder["lake"]));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_listed_and_deleted()
    {
        Assert.Null(_storage.Read($"{Snapshot}/a.json", Token));
        _storage.Write($"{Snapshot}/b/a.json", new byte[] { 1, 2, 3 }, Token);
        _storage.Write($"{Snapshot}/a.json", new byte[] { 1 }, Token);
        _storage.Write($"{Snapshot}/a.json", new byte[] { 4, 5 }, Token);

        Assert.Equal([4, 5], _storage.Read($"{Snapshot}/a.json", Token));
        Assert.True(_storage.Has($"{Snapshot}/a.json", Token));
        Assert.False(_storage.Has($"{Snapshot}/b", Token));
        Assert.Equal([new StoredFile($"{Snapshot}/a.json", 2), new StoredFile($"{Snapshot}/b/a.json", 3)], _storage.Files(Snapshot, Token));
        Assert.Equal(["20260105T080000000Z-01234567"], _storage.Folders("raw/items", Token));
        Assert.Equal(new Dictionary<string, long> { ["a.json"] = 2 }, _storage.Sizes(Snapshot, ["a.json", "c.json"], Token));

        _storage.Delete($"{Snapshot}/a.json", Token);
        _storage.Delete($"{Snapshot}/a.json", Token);
        Assert.Null(_storage.Read($"{Snapshot}/a.json", Token));
        _storage.DeleteAll(Snapshot, Token);
        _storage.DeleteAll(Snapshot, Token);
        Assert.False(_storage.IsTaken(Snapshot, Token));
        Assert.Empty(_storage.Files(Snapshot, Token));
        Assert.Empty(_storage.Folders("raw/none", Token));
    }

    [Fact]
    public void Work_is_done_in_place_and_copies_are_links()
    {
        var file = Path.Combine(_storage.WorkFolder(Snapshot), "part-0.parquet");
        File.WriteAllBytes(file, [1, 2, 3]);
        _storage.Store(Snapshot, ["part-0.parquet"], Token);
        Assert.True(_storage.IsTaken(Snapshot, Token));
        Assert.Equal(Path.GetDirectoryName(file), _storage.Fetch(Snapshot, [], Token));

        _storage.Copy([new FileCopy($"{Snapshot}/part-0.parquet", $"{Other}/data/part-7.parquet", 3)], Token);

        Assert.Equal(Inode.Of(file), Inode.Of(_storage.Describe($"{Other}/data/part-7.parquet")));
        _storage.Forget(Snapshot);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public void A_missing_file_is_named_where_it_is_to_be_stored_or_copied()
    {
        _storage.WorkFolder(Snapshot);
        Assert.Contains("none.parquet", Assert.Throws<EnvironmentException>(() => _storage.Store(Snapshot, ["none.parquet"], Token)).Message, StringComparison.Ordinal);
        Assert.Contains("none.parquet", Assert.Throws<EnvironmentException>(() => _storage.Copy([new FileCopy($"{Snapshot}/none.parquet", $"{Other}/a", 1)], Token)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raw/items")]
    [InlineData("raw/items/notes")]
    public void Nothing_but_snapshots_and_shards_is_deleted(string prefix)
    {
        Directory.CreateDirectory(_storage.Describe(prefix));
        Assert.Throws<ArgumentException>(() => _storage.DeleteAll(prefix, Token));
        Assert.Throws<ArgumentException>(() => _storage.Delete($"{prefix}/_current.json", Token));
        Assert.True(Directory.Exists(_storage.Describe(prefix)));
    }
}
