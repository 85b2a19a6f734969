using Recommender.Lake.Building;
using Recommender.Lake.Errors;
using Recommender.Lake.Planning;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

/// <summary>Tables that grow: what is current is kept, and nobody builds them for their own sake.</summary>
public sealed class AccumulatingStepTests : LakeTest
{
    private readonly DiaryStep _diary = new();

    [Fact]
    public void Rows_are_kept_and_added_to_and_the_note_is_the_snapshots()
    {
        Lake.Build(Items, _diary);
        Assert.Null(_diary.Own);
        _diary.Inputs = [Items.Table.Name];
        BuildItem("plum");
        _diary.Words = ["second", "third"];
        var manifest = Lake.Build(_diary);
        Assert.Equal(manifest.Previous, _diary.Own!.Snapshot);
        Assert.Equal(["1|first", "2|second", "3|third"], Lake.Rows("select id, word from ml.diary order by id"));
        Assert.Equal("2 added", Lake.Current(_diary).Note);
        Assert.Equal(PlanAction.Skip, Lake.Run(_diary).Action);
    }

    [Fact]
    public void Inputs_that_it_does_not_follow_from_make_nobody_build_it()
    {
        _diary.Inputs = [Items.Table.Name];
        _diary.Follows = [];
        Lake.Build(Items, _diary);
        BuildItem("plum");
        Assert.Equal(PlanAction.Skip, Lake.Run(_diary).Action);
    }

    [Fact]
    public void It_is_built_when_asked_for_and_keeps_what_it_has_where_there_is_nothing_to_add()
    {
        var first = Lake.Build(_diary);
        var again = new Planner(Lake.Store) { Again = new HashSet<TableName> { _diary.Table.Name } };
        _diary.Words = [];
        var plan = again.Plan(_diary, Token);
        Assert.Equal((PlanAction.Build, "asked for"), (plan.Action, plan.Reason));
        var kept = new StepRunner(Lake.Store, Lake.Engine, Lake.Clock, "run-2").Run(plan, plan.Inputs!, Lake.Connection, new Progress<StepProgress>(), Token);
        Assert.Equal((first.Snapshot, "no word came"), (kept.Snapshot, kept.Note));
        Assert.Single(Lake.Store.Folders(_diary.Table.Name));
        Assert.Equal(PlanAction.Skip, new Planner(Lake.Store, run: "run-1") { Again = again.Again }.Plan(_diary, Token).Action);
    }

    [Fact]
    public void Where_no_row_was_kept_a_damaged_snapshot_is_built_anew()
    {
        Lake.Build(new DiaryStep { Words = [], WritesNothing = true });
        File.Delete(Lake.At("ml", "diary", Lake.Current(_diary).Snapshot, Lake.Current(_diary).Files[0].Path));
        _diary.Words = ["first"];
        Lake.Build(_diary);
        Assert.Null(_diary.Own);
        Assert.Equal(["1|first"], Lake.Rows("select id, word from ml.diary order by id"));
    }

    [Fact]
    public void Over_damaged_rows_nothing_is_built_until_a_rollback()
    {
        Lake.Build(_diary);
        _diary.Words = ["second"];
        _diary.Inputs = [Items.Table.Name];
        Lake.Build(Items, _diary);
        File.Delete(Lake.At("ml", "diary", Lake.Current(_diary).Snapshot, Lake.Current(_diary).Files[0].Path));
        var error = Assert.Throws<EnvironmentException>(() => Lake.Run(_diary));
        Assert.Contains("ml.diary keeps rows that were added over time", error.Message, StringComparison.Ordinal);
        Assert.Contains("recommender rollback ml.diary", error.Message, StringComparison.Ordinal);
        Lake.Rollback(_diary);
        Lake.Engine.Show(_diary.Table, Lake.Store, Lake.Current(_diary), Token);
        Assert.Equal(["1|first"], Lake.Rows("select id, word from ml.diary order by id"));
    }
}
