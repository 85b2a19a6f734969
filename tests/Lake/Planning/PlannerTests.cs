using Recommender.Lake.Building;
using Recommender.Lake.Checks;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Planning;

public sealed class PlannerTests : LakeTest
{
    [Fact]
    public void A_first_build_is_planned_and_then_nothing()
    {
        AssertPlan(PlanAction.Build, "it has no snapshot yet");
        Lake.Build(Items);
        AssertPlan(PlanAction.Skip, "nothing it follows from has changed");
    }

    [Fact]
    public void A_changed_definition_is_built()
    {
        Lake.Build(Items);
        Items.Items = [(1, "plum")];
        AssertPlan(PlanAction.Build, "its definition or source changed");
    }

    [Fact]
    public void A_changed_declaration_is_built_but_not_a_changed_description()
    {
        Lake.Build(Items);
        var declared = Items.Table;
        Items.Table = declared with { Description = "Another.", Columns = [.. declared.Columns.Select(column => column with { Description = "Another." })] };
        AssertPlan(PlanAction.Skip, "nothing it follows from has changed");

        foreach (var changed in (TableDeclaration[])
        [
            declared with { Columns = [declared.Columns[0] with { Type = ColumnType.Integer }, declared.Columns[1]] },
            declared with { Columns = [declared.Columns[0], declared.Columns[1] with { Nullable = true }] },
            declared with { Columns = [.. declared.Columns.Reverse()] },
            declared with { Grain = ["id", "name"] },
            declared with { Checks = [new RowCountCheck(1)] },
            declared with { HasQuarantine = true },
        ])
        {
            Items.Table = changed;
            AssertPlan(PlanAction.Build, "its definition or source changed");
        }
    }

    [Theory]
    [InlineData("one", "one", PlanAction.Skip)]
    [InlineData("one", "two", PlanAction.Build)]
    [InlineData(null, null, PlanAction.Build)]
    public void What_follows_from_an_input_follows_from_its_essence_where_it_has_one(string? before, string? after, PlanAction action)
    {
        var diary = new DiaryStep { Essence = before };
        var model = Model("word", "ml.diary");
        Lake.Build(diary, model);
        (diary.Essence, diary.Inputs, diary.Words) = (after, [Items.Table.Name], ["second"]);
        Lake.Build(Items, diary);
        Assert.Equal(after, Lake.Current(diary).Essence);
        Assert.Equal(action, new Planner(Lake.Store).Plan(model).Action);
    }

    [Fact]
    public void A_changed_input_is_named()
    {
        var model = Model();
        Lake.Build(Items, model);
        BuildItem("plum");
        var plan = new Planner(Lake.Store).Plan(model);
        Assert.Equal((PlanAction.Build, "raw.items changed"), (plan.Action, plan.Reason));
    }

    [Fact]
    public void What_follows_from_a_step_to_be_built_is_built_after_it()
    {
        var model = Model();
        Lake.Build(Items, model);
        Items.Items = [(1, "plum")];
        var plans = new Planner(Lake.Store).PlanAll([Items, model]);
        Assert.Equal([PlanAction.Build, PlanAction.Build], plans.Select(plan => plan.Action));
        Assert.Equal("raw.items will be built", plans[1].Reason);
        Assert.Null(plans[1].Fingerprint);
    }

    [Fact]
    public void What_follows_from_a_held_step_is_left_alone()
    {
        var model = Model();
        BuildItem("good");
        Lake.Build(model);
        BuildItem("bad");
        Lake.Rollback(Items);
        Assert.Equal([PlanAction.Hold, PlanAction.Skip], new Planner(Lake.Store).PlanAll([Items, model]).Select(plan => plan.Action));
    }

    [Fact]
    public void A_run_that_is_started_again_builds_what_it_did_not_get_to_publish()
    {
        BuildItem("old");
        Items.Items = [(1, "new")];
        var first = new Planner(Lake.Store, run: "run-7").Plan(Items);

        // The manifest was written, and the writer killed before the pointer moved: its draft is not disposed.
        var killed = new SnapshotStore(Lake.Store.Storage, new Meanwhile(Lake.Store.Pointers, () => throw new EnvironmentException("killed")));
        var draft = killed.Draft(Items.Table, "run-7", first.Fingerprint!, Lake.Clock.GetUtcNow(), Token);
        Assert.Throws<EnvironmentException>(() => draft.Publish(new SnapshotContent(0), [], [], Lake.Clock.GetUtcNow(), Token));

        var again = new Planner(Lake.Store, run: "run-7").Plan(Items);
        Assert.Equal((PlanAction.Build, "its definition or source changed"), (again.Action, again.Reason));
    }

    [Fact]
    public void A_run_that_is_started_again_does_not_build_what_was_rolled_back_since()
    {
        BuildItem("good");
        BuildItem("bad");
        Lake.Rollback(Items);
        Assert.Equal(PlanAction.Skip, new Planner(Lake.Store, run: "run-1").Plan(Items).Action);
    }

    [Fact]
    public void An_input_that_was_never_built_is_named()
    {
        var plan = new Planner(Lake.Store).Plan(Model());
        Assert.Equal((PlanAction.Build, "raw.items has no snapshot yet", null), (plan.Action, plan.Reason, plan.Fingerprint));
        Assert.Null(plan.Inputs);
    }

    private static ModelStep Model(string column = "name", string from = "raw.items") => new(new SqlModel(
        new TableDeclaration
        {
            Name = new TableName(Zone.Clean, "names"),
            Description = "A name.",
            Columns = [new(column, ColumnType.Varchar, "The name.")],
            Grain = [column],
        },
        $"select {column} from {from}"));

    private void AssertPlan(PlanAction action, string reason)
    {
        var plan = new Planner(Lake.Store).Plan(Items);
        Assert.Equal((action, reason), (plan.Action, plan.Reason));
    }
}
