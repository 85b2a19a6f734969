using Recommender.Lake.Errors;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

public sealed class CarriedDayTests : DaySalesTest
{
    [Fact]
    public void A_step_that_writes_a_day_it_was_not_asked_for_is_refused_and_harms_no_carried_day()
    {
        Lake.Build(Sales);
        var before = Lake.Rows("select * from raw.sales order by day, id");
        Sales.Set(6, (1, 8));
        var stray = new StrayDayStep(Sales, DayStep.Day(4));
        var error = Assert.Throws<DataException>(() => Lake.Run(stray));
        Assert.Contains("2011-01-04", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Lake.Rows("select * from raw.sales order by day, id"));
    }

    [Fact]
    public void A_day_whose_file_is_gone_is_built_anew()
    {
        var first = Lake.Build(Sales);
        var before = Lake.Rows("select * from raw.sales order by day, id");
        File.Delete(FileOf(first, 4));
        Lake.Run(Sales);
        Assert.NotEqual(first.Snapshot, Lake.Current(Sales).Snapshot);
        Assert.Equal(before, Lake.Rows("select * from raw.sales order by day, id"));
    }

    [Fact]
    public void A_carried_day_whose_file_goes_meanwhile_is_an_error_not_a_loss()
    {
        var first = Lake.Build(Sales);
        File.Delete(FileOf(first, 4));
        using var writer = Lake.Store.Begin(Sales.Table, "run", first.Fingerprint, first.CreatedAt);
        Assert.Throws<EnvironmentException>(() => writer.CarryOver(first, ["2011-01-04"], TestContext.Current.CancellationToken));
    }
}
