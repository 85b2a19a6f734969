using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Snapshots;

/// <summary>Snapshots whose files another engine writes, and writers that are not alone.</summary>
public sealed class DraftTests : LakeTest
{
    [Fact]
    public void Files_that_another_engine_wrote_are_published_as_they_lie_there()
    {
        BuildItem("old");
        using var draft = Begin();
        Lake.Store.Storage.Write($"{draft.Prefix}/data/20261122_054528_00003_abcde", new byte[7], Token);
        Lake.Store.Storage.Write($"{draft.Prefix}/data/day=2011-01-04/part", new byte[5], Token);
        Lake.Store.Storage.Write($"{draft.Prefix}/data/_SUCCESS", new byte[1], Token);
        Lake.Store.Storage.Write($"{draft.Prefix}/data/.part.crc", new byte[1], Token);
        Lake.Store.Storage.Write($"{draft.Prefix}/data/empty", Array.Empty<byte>(), Token);
        Lake.Store.Storage.Write($"{draft.Prefix}/quarantine/q", new byte[3], Token);

        var manifest = draft.Publish(new SnapshotContent(12, 1), draft.Stored("data", Token), draft.Stored("quarantine", Token), Lake.Clock.GetUtcNow(), Token);
        draft.Dispose();

        Assert.Equal([new ManifestFile("data/20261122_054528_00003_abcde", 7), new ManifestFile("data/day=2011-01-04/part", 5)], manifest.Files);
        Assert.Equal([new ManifestFile("quarantine/q", 3)], manifest.QuarantineFiles);
        Assert.Equal(draft.Id, Lake.Store.Whole(Items.Table.Name)!.Snapshot);
        Assert.Equal(Lake.At("raw", "items", draft.Id), draft.Location);
    }

    [Fact]
    public void A_draft_that_is_given_up_leaves_nothing()
    {
        var old = BuildItem("old");
        using (var draft = Begin())
        {
            Lake.Store.Storage.Write($"{draft.Prefix}/data/part", new byte[7], Token);
        }

        Assert.Equal([old], Lake.Store.Folders(Items.Table.Name));
        Assert.Equal(["old"], SeenByNewReader());
    }

    [Fact]
    public void Of_two_that_began_at_once_the_first_is_published_and_the_other_leaves_nothing()
    {
        BuildItem("old");
        using var one = Begin();
        using (var two = Begin())
        {
            one.Publish(new SnapshotContent(0), [], [], Lake.Clock.GetUtcNow(), Token);
            var error = Assert.Throws<EnvironmentException>(() => two.Publish(new SnapshotContent(0), [], [], Lake.Clock.GetUtcNow(), Token));
            Assert.Contains("raw.items: somebody else has published", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(one.Id, Lake.Store.Current(Items.Table.Name)!.Snapshot);
        Assert.Equal(2, Lake.Store.Folders(Items.Table.Name).Count);
    }

    [Fact]
    public void A_cancelled_publication_has_not_happened()
    {
        var old = BuildItem("old");
        using (var draft = Begin())
        {
            Assert.ThrowsAny<OperationCanceledException>(() => draft.Publish(new SnapshotContent(0), [], [], Lake.Clock.GetUtcNow(), new CancellationToken(canceled: true)));
        }

        Assert.Equal([old], Lake.Store.Folders(Items.Table.Name));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_pointer_that_may_still_move_finds_its_files(bool mayStillMove)
    {
        var old = BuildItem("old");
        var fault = new EnvironmentException("the pointer did not move", mayStillMove ? new TimeoutException() : new IOException());
        var store = new SnapshotStore(Lake.Store.Storage, new Meanwhile(Lake.Store.Pointers, () => throw fault));
        using (var draft = store.Draft(Items.Table, "run-1", "0123456789", Lake.Clock.GetUtcNow(), Token))
        {
            Assert.Same(fault, Assert.Throws<EnvironmentException>(() => draft.Publish(new SnapshotContent(0), [], [], Lake.Clock.GetUtcNow(), Token)));
        }

        Assert.Equal(mayStillMove ? 2 : 1, Lake.Store.Folders(Items.Table.Name).Count);
        Assert.Equal(old, Lake.Current(Items).Snapshot);
    }

    [Fact]
    public void A_rollback_that_meets_another_publication_moves_nothing()
    {
        BuildItem("a");
        var current = BuildItem("b");
        var pointers = new Meanwhile(Lake.Store.Pointers, () => BuildItem("c"));
        var store = new SnapshotStore(Lake.Store.Storage, pointers);
        Assert.Contains("somebody else", Assert.Throws<EnvironmentException>(() => store.Rollback(Items.Table.Name, Lake.Clock.GetUtcNow(), Token)).Message, StringComparison.Ordinal);
        Assert.Equal(["c"], SeenByNewReader());
        Assert.Equal(current, Lake.Current(Items).Previous);
    }

    private SnapshotDraft Begin() => Lake.Store.Draft(Items.Table, "run-1", "0123456789", Lake.Clock.GetUtcNow(), Token);
}
