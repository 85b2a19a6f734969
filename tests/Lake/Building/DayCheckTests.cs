using Recommender.Lake.Checks;
using Recommender.Lake.Errors;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

public sealed class DayCheckTests : DaySalesTest
{
    [Fact]
    public void A_rebuilt_day_is_checked_and_a_failure_publishes_nothing()
    {
        var model = DayModel.Step(checks: new RangeCheck("amount", 0, null));
        var before = Lake.Build(Sales, model);
        Sales.Set(6, (1, -3));
        Lake.Build(Sales);
        var error = Assert.Throws<DataException>(() => Lake.Run(model));

        Assert.Contains("amount is between 0 and any: 1 offending row(s)", error.Message, StringComparison.Ordinal);
        Assert.Contains("2011-01-06 | 1 | -3", error.Message, StringComparison.Ordinal);
        Assert.Equal(before.Snapshot, Lake.Current(model).Snapshot);
        Assert.Equal([before.Snapshot], Lake.Store.Folders(model.Table.Name));
        Assert.Equal(["2011-01-04|2|150", "2011-01-05|1|10", "2011-01-06|2|7"], Lake.Rows(All));
    }
}
