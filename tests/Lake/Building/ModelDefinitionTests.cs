using Recommender.Lake.Models;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

public sealed class ModelDefinitionTests
{
    [Fact]
    public void A_model_that_both_engines_read_alike_is_defined_by_its_sql() =>
        Assert.Equal("select day, 1 as sales, 2 as amount from raw.sales", DayModel.Step("select day, 1 as sales, 2 as amount from raw.sales").Definition);

    [Fact]
    public void Where_they_do_not_the_sql_of_both_counts()
    {
        var step = DayModel.Step("select day, @iso_day_of_week(day) as sales, 2 as amount from raw.sales where @in_days(day)");
        Assert.Equal(
            string.Join("\n-- on Athena:\n", new[] { SqlDialect.DuckDb, SqlDialect.Trino }.Select(dialect => step.Model.Render(dialect, new DayRange(DateOnly.MinValue, DateOnly.MinValue)))),
            step.Definition);
        Assert.Contains("isodow", step.Definition, StringComparison.Ordinal);
        Assert.Contains("day_of_week", step.Definition, StringComparison.Ordinal);
    }
}
