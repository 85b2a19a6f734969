using Recommender.Lake.Models;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

public sealed class DayPartitionTests : DaySalesTest
{
    [Fact]
    public void The_first_build_makes_every_day_and_the_second_none()
    {
        var model = DayModel.Step();
        var manifest = Lake.Build(Sales, model);

        Assert.Equal(["2011-01-04|2|150", "2011-01-05|1|10", "2011-01-06|2|7"], Lake.Rows(All));
        Assert.Equal(3, manifest.Rows);
        Assert.Equal(["2011-01-04", "2011-01-05", "2011-01-06"], manifest.Days!.Keys);
        Assert.All(manifest.Days.Values, day => Assert.Equal((manifest.Snapshot, 1L), (day.BuiltBy, day.Rows)));
        Assert.Equal(PlanAction.Skip, Lake.Run(Sales).Action);
        Assert.Equal(PlanAction.Skip, Lake.Run(model).Action);
    }

    [Fact]
    public void Columns_read_back_have_their_declared_types()
    {
        Lake.Build(Sales, DayModel.Step());
        Assert.Equal(
            ["BIGINT|DATE|BIGINT"],
            Lake.Rows("select typeof(id), typeof(day), typeof(amount) from raw.sales limit 1"));
        Assert.Equal(["DATE"], Lake.Rows("select distinct typeof(day) from curated.sales_by_day"));
    }

    [Fact]
    public void A_changed_day_is_rebuilt_and_the_others_are_the_same_files()
    {
        var model = DayModel.Step();
        var before = Lake.Build(Sales, model);
        Sales.Set(5, (1, 11), (2, 22));
        var after = Lake.Build(Sales, model);

        Assert.Equal([DayStep.Day(5)], Sales.Built);
        Assert.Equal(["2011-01-04|2|150", "2011-01-05|2|33", "2011-01-06|2|7"], Lake.Rows(All));
        Assert.Equal([before.Snapshot, after.Snapshot, before.Snapshot], after.Days!.Values.Select(day => day.BuiltBy));
        Assert.Equal(InodeOf(before, 4), InodeOf(after, 4));
        Assert.NotEqual(InodeOf(before, 5), InodeOf(after, 5));
        Assert.Equal(6, Lake.Current(Sales).Rows);
    }

    [Fact]
    public void A_day_that_disappears_is_dropped_and_a_new_one_added()
    {
        var model = DayModel.Step();
        Lake.Build(Sales, model);
        Sales.Sales.Remove(DayStep.Day(5));
        Sales.Set(9, (1, 1));
        var manifest = Lake.Build(Sales, model);

        Assert.Equal(["2011-01-04", "2011-01-06", "2011-01-09"], manifest.Days!.Keys);
        Assert.Equal(["2011-01-04|2|150", "2011-01-06|2|7", "2011-01-09|1|1"], Lake.Rows(All));
    }

    [Fact]
    public void A_forced_range_fills_back_exactly_its_days_without_doubles()
    {
        Lake.Build(Sales);
        var before = Lake.Current(Sales);
        var plan = Lake.Run(Sales, DayRange.Parse("2011-01-05..2011-01-30"));

        Assert.Equal((PlanAction.Build, "2 day(s) asked for"), (plan.Action, plan.Reason));
        Assert.Equal([DayStep.Day(5), DayStep.Day(6)], Sales.Built);
        Assert.Equal(before.Rows, Lake.Current(Sales).Rows);
        Assert.Equal(["5|5"], Lake.Rows("select count(*), count(distinct (day, id)) from raw.sales"));
        Assert.Equal(before.Snapshot, Lake.Current(Sales).Days!["2011-01-04"].BuiltBy);
        Assert.Equal(PlanAction.Skip, Lake.Run(Sales).Action);
    }

    [Fact]
    public void A_changed_definition_rebuilds_every_day()
    {
        Lake.Build(Sales, DayModel.Step());
        var manifest = Lake.Build(DayModel.Step(DayModel.Sql.Replace("sum(amount)", "max(amount)", StringComparison.Ordinal)));
        Assert.All(manifest.Days!.Values, day => Assert.Equal(manifest.Snapshot, day.BuiltBy));
        Assert.Equal(["2011-01-04|2|100", "2011-01-05|1|10", "2011-01-06|2|7"], Lake.Rows(All));
    }

    [Fact]
    public void Rows_outside_of_the_range_do_not_leak_into_other_days()
    {
        // The model forgets @in_days in its FROM and doubles the amount of every day it can see; only the day asked for may change.
        const string Sloppy = "select day, count(*) as sales, sum(amount) as amount from raw.sales group by day";
        var model = DayModel.Step(Sloppy);
        var before = Lake.Build(Sales, model);
        Sales.Set(5, (1, 99));
        var after = Lake.Build(Sales, model);
        Assert.Equal(["2011-01-04|2|150", "2011-01-05|1|99", "2011-01-06|2|7"], Lake.Rows(All));
        Assert.Equal(3, after.Files.Count);
        Assert.Equal(InodeOf(before, 6), InodeOf(after, 6));
    }

    [Fact]
    public void An_empty_day_is_a_day_without_rows()
    {
        Sales.Set(5);
        var model = DayModel.Step();
        var manifest = Lake.Build(Sales, model);
        Assert.Equal(0, manifest.Days!["2011-01-05"].Rows);
        Assert.Equal(["2011-01-04|2|150", "2011-01-06|2|7"], Lake.Rows(All));
        Assert.Equal(PlanAction.Skip, Lake.Run(model).Action);

        Sales.Set(4, (1, 1));
        Assert.Equal(["2011-01-04", "2011-01-05", "2011-01-06"], Lake.Build(Sales, model).Days!.Keys);
    }

    [Fact]
    public void All_days_can_be_empty()
    {
        Sales.Set(4);
        Sales.Set(5);
        Sales.Set(6);
        Assert.Equal(0, Lake.Build(Sales, DayModel.Step()).Rows);
        Assert.Empty(Lake.Rows(All));
    }
}
