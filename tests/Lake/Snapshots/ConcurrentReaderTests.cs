using Recommender.Lake.Snapshots;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Snapshots;

public sealed class ConcurrentReaderTests : LakeTest
{
    [Fact]
    public async Task A_reader_finds_a_whole_snapshot_at_every_moment_and_never_an_older_one_than_before()
    {
        Publish(0);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reader = Task.Run(() => ReadUntil(end.Token), Token);
        for (var rows = 1; rows <= 60; rows++)
        {
            Publish(rows);
        }

        await end.CancelAsync();
        var seen = await reader;
        Assert.NotEmpty(seen);
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(60, Lake.Store.Current(Items.Table.Name)!.Rows);
    }

    private List<long> ReadUntil(CancellationToken cancellationToken)
    {
        var store = new SnapshotStore(new LakeFolder(Lake.At()));
        var seen = new List<long>();
        do
        {
            seen.Add(store.Current(Items.Table.Name, CancellationToken.None)!.Rows);
        }
        while (!cancellationToken.IsCancellationRequested);
        return seen;
    }

    private void Publish(long rows)
    {
        Lake.Clock.Advance(TimeSpan.FromSeconds(1));
        using var writer = Lake.Store.Begin(Items.Table, "run", "0123456789", Lake.Clock.GetUtcNow());
        writer.Publish(new SnapshotContent(rows), Lake.Clock.GetUtcNow());
    }
}
