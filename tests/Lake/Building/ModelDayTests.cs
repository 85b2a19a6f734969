using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

public sealed class ModelDayTests : DaySalesTest
{
    [Fact]
    public void A_day_column_with_a_time_of_day_loses_no_rows_of_the_last_day()
    {
        var model = DayModel.Step("""
            select cast(day as timestamp) + interval 20 hour as day, count(*) as sales, sum(amount) as amount
            from raw.sales where @in_days(day) group by day
            """);
        Lake.Build(Sales, model);
        Assert.Equal(["2011-01-04|2|150", "2011-01-05|1|10", "2011-01-06|2|7"], Lake.Rows(All));
    }

    [Fact]
    public void A_model_by_day_over_no_input_by_day_is_refused_rather_than_empty()
    {
        var items = new MemoryStep();
        Lake.Build(items);
        var model = DayModel.Step("select date '2011-01-04' as day, count(*) as sales, 0 as amount from raw.items");
        Assert.Contains("curated.sales_by_day", Assert.Throws<InvalidOperationException>(() => Lake.Run(model)).Message, StringComparison.Ordinal);
    }
}
