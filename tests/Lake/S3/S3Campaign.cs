using Recommender.AwsEmulator.Faults;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.S3;

/// <summary>Publications under many faults at random: each is there whole or not at all, and whoever reads finds what was published last.</summary>
[Trait("Category", "Long")]
public sealed class S3Campaign : S3LakeTest
{
    private static readonly string[] _operations =
    [
        "PutObject", "GetObject", "HeadObject", "ListObjectsV2", "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "DeleteObject", "DeleteObjects", "CopyObject",
    ];

    private static readonly FaultKind[] _kinds =
        [FaultKind.Throttle, FaultKind.ServerError, FaultKind.Conflict, FaultKind.TearBefore, FaultKind.TearAfter, FaultKind.TruncateBody];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_snapshot_is_whole_whatever_fails(int seed)
    {
        var random = new Random(seed);
        var table = new MemoryStep().Table;
        var expected = new Dictionary<string, byte[]>();
        var published = 0;
        for (var round = 0; round < 30; round++)
        {
            // Few retries, so that many rounds fail for good.
            var storage = Open(retries: random.Next(2), work: $"writer-{round}");
            var store = new SnapshotStore(storage, new VersionedPointers(storage));
            for (var fault = random.Next(1, 6); fault > 0; fault--)
            {
                Fail(_kinds[random.Next(_kinds.Length)], _operations[random.Next(_operations.Length)], times: random.Next(1, 4), skip: random.Next(4));
            }

            var files = Enumerable.Range(0, 3).ToDictionary(number => $"data/part-{number}.parquet", number => Bytes(random, number == 0 ? 6 << 20 : 1000 + number));
            if (Publish(store, table, files))
            {
                published++;
            }

            Server.Faults.Clear();
            expected = RequireOneOf(table, $"reader-{round}", files, expected);
        }

        Assert.InRange(published, 3, 30);
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private bool Publish(SnapshotStore store, TableDeclaration table, Dictionary<string, byte[]> files)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        try
        {
            using var writer = store.Begin(table, "run-1", "0123456789", Clock.GetUtcNow(), Token);
            foreach (var (file, bytes) in files)
            {
                File.WriteAllBytes(Path.Combine(writer.Folder, file), bytes);
            }

            writer.Publish(new SnapshotContent(1), Clock.GetUtcNow(), Token);
            return true;
        }
        catch (EnvironmentException)
        {
            return false;
        }
    }

    /// <summary>What a reader finds: the files of this round, or all of those before.</summary>
    private Dictionary<string, byte[]> RequireOneOf(TableDeclaration table, string work, Dictionary<string, byte[]> now, Dictionary<string, byte[]> before)
    {
        var storage = Open(work: work);
        var store = new SnapshotStore(storage, new VersionedPointers(storage));
        if (store.Current(table.Name, Token) is not { } current)
        {
            Assert.Empty(before);
            return before;
        }

        Assert.Empty(store.Damage(table.Name, current, Token));
        var folder = storage.Fetch(LakeKeys.Snapshot(table.Name, current.Snapshot), [.. current.Files.Select(file => new StoredFile(file.Path, file.Bytes))], Token);
        var found = current.Files.ToDictionary(file => file.Path, file => File.ReadAllBytes(Path.Combine(folder, file.Path)));
        var same = new[] { now, before }.FirstOrDefault(files => files.Count == found.Count && files.All(file => found.TryGetValue(file.Key, out var bytes) && bytes.AsSpan().SequenceEqual(file.Value)));
        Assert.NotNull(same);
        Assert.All(store.Complete(table.Name, Token), manifest => Assert.Empty(store.Damage(table.Name, manifest, Token)));
        return same;
    }
}
