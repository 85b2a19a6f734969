using Recommender.Lake.Errors;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Snapshots;

public sealed class PublicationTests : LakeTest
{
    [Fact]
    public void Readers_see_the_old_snapshot_until_the_new_one_is_whole()
    {
        using var reader = TemporaryLake.NewEngine();
        using var connection = reader.Connect();
        BuildItem("old");
        reader.ShowAll([Items.Table], Lake.Store);
        Items.AtEnd = _ => Assert.Equal(["old"], SeenByNewReader());

        BuildItem("new");

        Assert.Equal(["new"], SeenByNewReader());
        Assert.Equal(["new"], Lake.Rows("select name from raw.items"));
        Assert.Equal(["old"], Lake.Rows("select name from raw.items", connection));
        reader.ShowAll([Items.Table], Lake.Store);
        Assert.Equal(["new"], Lake.Rows("select name from raw.items", connection));
    }

    [Fact]
    public void A_manifest_says_what_was_built_from_what()
    {
        var first = BuildItem("old");
        Items.Items = [(1, "a"), (2, "b")];
        var manifest = Lake.Build(Items);

        Assert.Equal(("raw.items", first, "run-1", 2L), (manifest.Table, manifest.Previous, manifest.Run, manifest.Rows));
        Assert.Equal([new ManifestColumn("id", "bigint"), new ManifestColumn("name", "varchar")], manifest.Columns);
        var file = Assert.Single(manifest.Files);
        Assert.Equal("data/part-0.parquet", file.Path);
        Assert.Equal(new FileInfo(ItemsAt(manifest.Snapshot, file.Path)).Length, file.Bytes);
        Assert.Equal(Lake.Clock.GetUtcNow(), manifest.CreatedAt);
    }

    /// <summary>What stops a build, by the stage it stops at: an exception in the step, then folders where files are to be written.</summary>
    public static TheoryData<string> Stages => ["step", "manifest", "pointer"];

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_failure_at_any_stage_leaves_the_previous_snapshot_and_the_next_run_succeeds(string stage)
    {
        var old = BuildItem("old");
        var obstacle = "";
        Items.Items = [(1, "new")];
        Items.AtEnd = context =>
        {
            obstacle = stage == "pointer" ? ItemsAt("_current.json.new") : Path.Combine(context.Writer.Folder, "_manifest.json.new");
            Directory.CreateDirectory(obstacle);
            if (stage == "step")
            {
                throw new EnvironmentException("the step fails");
            }
        };

        Assert.Throws<EnvironmentException>(() => Lake.Run(Items));

        Assert.Equal(["old"], SeenByNewReader());
        Assert.Equal(old, Lake.Current(Items).Snapshot);
        Assert.Equal([old], Lake.Store.Folders(Items.Table.Name));
        Items.AtEnd = null;
        if (Directory.Exists(obstacle))
        {
            Directory.Delete(obstacle);
        }

        Assert.Equal(PlanAction.Build, Lake.Run(Items).Action);
        Assert.Equal(["new"], SeenByNewReader());
    }

    [Fact]
    public void A_crash_before_the_manifest_and_one_before_the_pointer_are_seen_by_nobody()
    {
        var old = BuildItem("old");
        var unfinished = CopySnapshot(old, "20260105T090000000Z-00000001");
        File.Delete(Path.Combine(unfinished, "_manifest.json"));
        var unpointed = CopySnapshot(old, "20260105T090000000Z-00000002");
        File.WriteAllText(ItemsAt("_current.json.new"), "{ half a poin");

        Assert.Equal(["old"], SeenByNewReader());
        var removed = new GarbageCollector(Lake.Store).RemoveUnfinished([Items.Table.Name]);

        Assert.Equal(["20260105T090000000Z-00000001"], removed.Select(snapshot => snapshot.Snapshot));
        Assert.False(Directory.Exists(unfinished));
        Assert.True(Directory.Exists(unpointed));
        Assert.Equal(["old"], SeenByNewReader());
        BuildItem("new");
        Assert.Equal(["new"], SeenByNewReader());
        Assert.Equal(old, Lake.Current(Items).Previous);
    }

    [Fact]
    public void A_cancelled_build_publishes_nothing()
    {
        BuildItem("old");
        using var source = new CancellationTokenSource();
        Items.Items = [(1, "new")];
        Items.AtEnd = _ => source.Cancel();
        var planner = new Planner(Lake.Store);
        var runner = new Recommender.Lake.Building.StepRunner(Lake.Store, Lake.Engine, Lake.Clock, "run-2");
        Lake.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            runner.Run(planner.Plan(Items), planner.Plan(Items).Inputs!, Lake.Connection, new Progress<Recommender.Lake.Building.StepProgress>(), source.Token));
        Assert.Equal(["old"], SeenByNewReader());
        Assert.Single(Lake.Store.Folders(Items.Table.Name));
    }

    [Fact]
    public void Two_builds_in_the_same_millisecond_have_ids_of_their_own()
    {
        using var one = Lake.Store.Begin(Items.Table, "run", "0123456789", Lake.Clock.GetUtcNow());
        using var two = Lake.Store.Begin(Items.Table, "run", "0123456789", Lake.Clock.GetUtcNow());
        Assert.NotEqual(one.Id, two.Id);
        Assert.All([one.Id, two.Id], id => Assert.True(SnapshotId.IsId(id)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"snapshot\": \"../../other\" }")]
    [InlineData("")]
    [InlineData("null")]
    public void A_broken_pointer_is_named(string content)
    {
        BuildItem("old");
        File.WriteAllText(ItemsAt("_current.json"), content);
        var error = Assert.Throws<EnvironmentException>(() => Lake.Current(Items));
        Assert.Contains(ItemsAt("_current.json"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_that_is_gone_is_named_and_so_is_the_way_out()
    {
        var current = BuildItem("old");
        File.Delete(ItemsAt(current, "_manifest.json"));
        var error = Assert.Throws<EnvironmentException>(() => Lake.Current(Items));
        Assert.Contains(ItemsAt(current, "_manifest.json"), error.Message, StringComparison.Ordinal);
        Assert.Contains($"remove {ItemsAt("_current.json")}", error.Message, StringComparison.Ordinal);
        File.Delete(ItemsAt("_current.json"));
        Assert.Equal(PlanAction.Build, Lake.Run(Items).Action);
    }

    [Theory]
    [InlineData("20260105T090000000Z-00000001", true)]
    [InlineData("20260105T090000000Z-0000000G", false)]
    [InlineData("20260105T090000000Z-000000011", false)]
    [InlineData("99999999T999999999Z-00000001", false)]
    [InlineData("20260105T090000000Z-00000001\n", false)]
    [InlineData("data", false)]
    public void Snapshot_ids_are_told_from_other_names(string name, bool expected) => Assert.Equal(expected, SnapshotId.IsId(name));

    private string CopySnapshot(string from, string to)
    {
        Directory.CreateDirectory(ItemsAt(to, "data"));
        File.Copy(ItemsAt(from, "data", "part-0.parquet"), ItemsAt(to, "data", "part-0.parquet"));
        var manifest = File.ReadAllText(ItemsAt(from, "_manifest.json")).Replace(from, to, StringComparison.Ordinal);
        File.WriteAllText(ItemsAt(to, "_manifest.json"), manifest);
        return ItemsAt(to);
    }
}
