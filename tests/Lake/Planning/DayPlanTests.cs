using Recommender.Lake.Models;
using Recommender.Lake.Planning;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Planning;

public sealed class DayPlanTests
{
    [Fact]
    public void Days_without_gaps_are_built_as_one_range()
    {
        var plan = new DayPlan([.. ((int[])[1, 2, 3, 5, 8, 9]).Select(DayStep.Day)], [], []);
        Assert.Equal(["2011-01-01..2011-01-03", "2011-01-05", "2011-01-08..2011-01-09"], plan.BuildRanges().Select(range => range.ToString()));
    }

    [Fact]
    public void Nothing_to_build_is_no_range() => Assert.Empty(new DayPlan([], [], []).BuildRanges());

    [Fact]
    public void Without_a_snapshot_every_day_wanted_is_built() =>
        Assert.Equal([DayStep.Day(1)], DayPlan.Make(null, new Dictionary<DateOnly, string> { [DayStep.Day(1)] = "f" }, DayRange.Parse("2012-01-01")).Build);
}
