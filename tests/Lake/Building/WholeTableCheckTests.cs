using Recommender.Lake.Checks;
using Recommender.Lake.Errors;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

public sealed class WholeTableCheckTests : DaySalesTest
{
    [Fact]
    public void A_day_that_only_disappears_needs_no_build_of_another()
    {
        var model = DayModel.Step(checks: new RowCountCheck(1));
        Lake.Build(Sales, model);
        Sales.Sales.Remove(DayStep.Day(5));
        Lake.Build(Sales, model);
        Assert.Empty(Sales.Built);
        Assert.Equal(["2011-01-04|2|150", "2011-01-06|2|7"], Lake.Rows(All));
    }

    [Fact]
    public void A_check_of_the_whole_table_sees_carried_days_too()
    {
        var model = DayModel.Step(checks: [new RowCountCheck(3, 3), new NoRowsCheck("the first day is there", "select 1 as missing where not exists (select 1 from {table} where day = date '2011-01-04')")]);
        Lake.Build(Sales, model);
        Sales.Set(6, (1, 8));
        Lake.Build(Sales, model);
        Assert.Equal(3, Lake.Current(model).Rows);
    }

    [Fact]
    public void A_grain_without_the_day_is_unique_across_days()
    {
        Sales.Table = Sales.Table with { Grain = ["id"] };
        Sales.Sales.Clear();
        Sales.Set(4, (1, 1));
        Sales.Set(5, (2, 1));
        Lake.Build(Sales);
        Sales.Set(5, (1, 1));
        var error = Assert.Throws<DataException>(() => Lake.Run(Sales));
        Assert.Contains("(id) is unique: 1 offending", error.Message, StringComparison.Ordinal);
    }
}
