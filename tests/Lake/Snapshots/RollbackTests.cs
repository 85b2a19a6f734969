using Recommender.Lake.Errors;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Snapshots;

public sealed class RollbackTests : LakeTest
{
    [Fact]
    public void A_rollback_moves_the_pointer_back_and_holds_the_build_until_something_changes()
    {
        var good = BuildItem("good");
        BuildItem("bad");

        Assert.Equal(good, Lake.Rollback(Items).Snapshot);

        Assert.Equal(["good"], SeenByNewReader());
        Assert.Equal(PlanAction.Hold, Lake.Run(Items).Action);
        Assert.Equal(["good"], SeenByNewReader());
        BuildItem("fixed");
        Assert.Equal(["fixed"], SeenByNewReader());
        Assert.Equal(good, Lake.Current(Items).Previous);
        Items.Items = [(1, "bad")];
        Assert.Equal(PlanAction.Build, Lake.Run(Items).Action);
    }

    [Fact]
    public void Rolling_back_twice_holds_both_builds()
    {
        var first = BuildItem("first");
        BuildItem("second");
        BuildItem("third");
        Lake.Rollback(Items);
        Assert.Equal(first, Lake.Rollback(Items).Snapshot);

        Assert.Equal(PlanAction.Hold, Lake.Run(Items).Action);
        Items.Items = [(1, "second")];
        Assert.Equal(PlanAction.Hold, Lake.Run(Items).Action);
        Assert.Equal(["first"], SeenByNewReader());
    }

    [Fact]
    public void Without_an_earlier_snapshot_there_is_no_rollback()
    {
        Assert.Contains("raw.items has no snapshot yet", Message(), StringComparison.Ordinal);
        var only = BuildItem("only");
        Assert.Contains($"no snapshot before {only}", Message(), StringComparison.Ordinal);
        Assert.Equal(only, Lake.Current(Items).Snapshot);
    }

    [Fact]
    public void A_rollback_to_what_gc_removed_says_so()
    {
        BuildItem("old");
        var current = BuildItem("new");
        Lake.Clock.Advance(TimeSpan.FromHours(2));
        new GarbageCollector(Lake.Store).Collect([Items.Table.Name], new RetentionOptions { Keep = 1 }, Lake.Clock.GetUtcNow());
        Assert.Contains("gc removed it", Message(), StringComparison.Ordinal);
        Assert.Equal(current, Lake.Current(Items).Snapshot);
    }

    private string Message() => Assert.Throws<CallerException>(() => Lake.Rollback(Items)).Message;
}
