using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Snapshots;

public sealed class GarbageCollectorTests : LakeTest
{
    private static readonly TimeSpan Later = TimeSpan.FromHours(3);

    [Fact]
    public void The_newest_are_kept_and_the_others_go()
    {
        List<string> ids = [.. "abcde".Select(letter => BuildItem(letter.ToString()))];
        var removed = Collect(keep: 3);
        Assert.Equal([ids[1], ids[0]], removed);
        Assert.Equal([ids[4], ids[3], ids[2]], Lake.Store.Folders(Items.Table.Name));
        Assert.Equal(["e"], SeenByNewReader());
    }

    [Fact]
    public void A_dry_run_names_what_would_go_and_deletes_nothing()
    {
        List<string> ids = [.. "ab".Select(letter => BuildItem(letter.ToString()))];
        Lake.Clock.Advance(Later);
        var removed = new GarbageCollector(Lake.Store).Collect([Items.Table.Name], new RetentionOptions { Keep = 1 }, Lake.Clock.GetUtcNow(), dryRun: true);
        var one = Assert.Single(removed);
        Assert.Equal((Items.Table.Name, ids[0]), (one.Table, one.Snapshot));
        var size = Directory.EnumerateFiles(ItemsAt(ids[0]), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        Assert.Equal(size, one.Bytes);
        Assert.Equal(2, Lake.Store.Folders(Items.Table.Name).Count);
    }

    [Fact]
    public void After_a_rollback_the_current_and_the_one_before_it_stay()
    {
        List<string> ids = [.. "abcd".Select(letter => BuildItem(letter.ToString()))];
        Lake.Rollback(Items);
        Lake.Rollback(Items);
        Assert.Empty(Collect(keep: 2));
        Assert.Equal(["b"], SeenByNewReader());
        Assert.Equal(ids[0], Lake.Rollback(Items).Snapshot);
    }

    [Fact]
    public void Nothing_goes_before_readers_had_the_grace_to_end()
    {
        var old = BuildItem("old");
        Lake.Clock.Advance(TimeSpan.FromDays(9));
        BuildItem("new");
        Lake.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Empty(Collect(keep: 1, wait: TimeSpan.Zero));
        Assert.Equal([old], Collect(keep: 1, wait: TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void The_grace_begins_when_a_long_build_ends_not_when_it_began()
    {
        var old = BuildItem("old");
        Items.AtEnd = _ => Lake.Clock.Advance(TimeSpan.FromHours(5));
        BuildItem("new");
        Assert.Empty(Collect(keep: 1, wait: TimeSpan.FromMinutes(59)));
        Assert.Equal([old], Collect(keep: 1, wait: TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void The_grace_of_a_build_that_was_rolled_back_begins_with_the_rollback()
    {
        BuildItem("good");
        BuildItem("bad");
        Lake.Clock.Advance(TimeSpan.FromDays(1));
        Lake.Rollback(Items);
        Assert.Empty(Collect(keep: 1, wait: TimeSpan.FromMinutes(59)));
        BuildItem("better");
        Assert.Empty(Collect(keep: 1, wait: TimeSpan.FromMinutes(59)));
        Assert.Equal(2, Collect(keep: 1, wait: TimeSpan.FromMinutes(1)).Count);
    }

    [Fact]
    public void Only_snapshots_of_declared_tables_are_touched()
    {
        var old = BuildItem("old");
        BuildItem("new");
        List<string> others =
        [
            ItemsAt("notes"), ItemsAt(old + "-mine"), Lake.At("raw", "other", "20200101T000000000Z-00000001"),
            Lake.At("20200101T000000000Z-00000001"), Lake.At("elsewhere"),
        ];
        foreach (var folder in others)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "keep.txt"), "mine");
        }

        var link = ItemsAt("20200101T000000000Z-00000009");
        Directory.CreateSymbolicLink(link, Lake.At("elsewhere"));
        Directory.CreateSymbolicLink(ItemsAt(old, "link"), Lake.At("elsewhere"));

        Assert.Equal([old], Collect(keep: 1));
        Assert.Empty(new GarbageCollector(Lake.Store).RemoveUnfinished([Items.Table.Name]));

        Assert.All(others, folder => Assert.True(File.Exists(Path.Combine(folder, "keep.txt")), folder));
        Assert.True(Directory.Exists(link));
        Assert.False(Directory.Exists(ItemsAt(old)));
    }

    [Fact]
    public void A_snapshot_that_the_pointer_names_is_never_removed_as_unfinished()
    {
        var current = BuildItem("only");
        File.Delete(ItemsAt(current, "_manifest.json"));
        Assert.Empty(new GarbageCollector(Lake.Store).RemoveUnfinished([Items.Table.Name]));
        Assert.True(File.Exists(ItemsAt(current, "data", "part-0.parquet")));
    }

    [Fact]
    public void Days_shared_with_a_removed_snapshot_stay_readable()
    {
        var sales = new DayStep();
        sales.Set(4, (1, 100));
        sales.Set(5, (1, 10));
        var old = Lake.Build(sales).Snapshot;
        sales.Set(5, (1, 11));
        Lake.Build(sales);
        Lake.Clock.Advance(Later);
        var removed = new GarbageCollector(Lake.Store).Collect([sales.Table.Name], new RetentionOptions { Keep = 1 }, Lake.Clock.GetUtcNow());
        Assert.Equal([old], removed.Select(snapshot => snapshot.Snapshot));
        Assert.Equal(["2011-01-04|100", "2011-01-05|11"], Lake.Rows("select day, amount from raw.sales order by day"));
    }

    [Fact]
    public void A_table_without_snapshots_has_nothing_to_remove()
    {
        var collector = new GarbageCollector(Lake.Store);
        Assert.Empty(collector.Collect([new TableName(Zone.Ml, "none")], new RetentionOptions(), Lake.Clock.GetUtcNow()));
        Assert.Empty(collector.RemoveUnfinished([new TableName(Zone.Ml, "none")]));
    }

    [Fact]
    public void Options_tell_all_their_faults() =>
        Assert.Equal(
            ["--keep 0: at least 1 snapshot is kept", "--grace -01:00:00: must not be negative"],
            new RetentionOptions { Keep = 0, Grace = TimeSpan.FromHours(-1) }.Faults());

    private List<string> Collect(int keep, TimeSpan? wait = null)
    {
        Lake.Clock.Advance(wait ?? Later);
        var removed = new GarbageCollector(Lake.Store).Collect([Items.Table.Name], new RetentionOptions { Keep = keep }, Lake.Clock.GetUtcNow());
        return [.. removed.Select(snapshot => snapshot.Snapshot)];
    }
}
