using Recommender.Lake.Errors;
using Recommender.Lake.Planning;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

public sealed class AthenaDayTests : AthenaBuildTest
{
    private const string Days = "select day, sales, amount from curated.sales_by_day order by day";

    private static readonly DateOnly First = new(2011, 1, 1);

    [Fact]
    public void More_days_than_one_insert_takes_are_written_in_batches()
    {
        Fill(130);
        var manifest = Lake.Build(Sales, DayModel.Step());
        Assert.Equal(2, Lake.Started("insert into"));
        Assert.Equal((130L, 130, 130), (manifest.Rows, manifest.Days!.Count, manifest.Files.Count));
        Assert.All(manifest.Days.Values, day => Assert.Equal((1L, manifest.Snapshot), (day.Rows, day.BuiltBy)));
        Assert.Equal([.. Enumerable.Range(0, 130).Select(i => $"{First.AddDays(i):yyyy-MM-dd}|1|{i}")], Lake.Rows(Days));
        RequireNothingLeft(DayModel.Step(), manifest.Snapshot);
    }

    [Fact]
    public void Only_the_changed_day_is_built_and_the_others_are_carried_over()
    {
        Fill(3);
        var first = Lake.Build(Sales, DayModel.Step());
        Sales.Sales[First.AddDays(1)] = [(1, 70), (2, 7)];
        Sales.Sales.Remove(First.AddDays(2));
        Sales.Sales[First.AddDays(9)] = [(1, null)];
        var second = Lake.Build(Sales, DayModel.Step());

        Assert.Equal(["2011-01-01|1|0", "2011-01-02|2|77", "2011-01-10|1|NULL"], Lake.Rows(Days));
        Assert.Equal(["2011-01-01", "2011-01-02", "2011-01-10"], second.Days!.Keys);
        Assert.Equal([first.Snapshot, second.Snapshot, second.Snapshot], second.Days.Values.Select(day => day.BuiltBy));
        Assert.Equal(3, second.Files.Count);
        Assert.Equal(PlanAction.Skip, Lake.Run(DayModel.Step()).Action);
    }

    [Fact]
    public void A_day_that_only_disappears_needs_no_insert()
    {
        Fill(2);
        Lake.Build(Sales, DayModel.Step());
        Sales.Sales.Remove(First);
        var inserts = Lake.Started("insert into");
        var manifest = Lake.Build(Sales, DayModel.Step());
        Assert.Equal(inserts, Lake.Started("insert into"));
        Assert.Equal(1, manifest.Rows);
        Assert.Equal(["2011-01-02|1|1"], Lake.Rows(Days));
    }

    [Fact]
    public void An_empty_day_is_a_day_without_rows()
    {
        Fill(2);
        Sales.Sales[First] = [];
        var manifest = Lake.Build(Sales, DayModel.Step());
        Assert.Equal((0L, 1L), (manifest.Days!["2011-01-01"].Rows, manifest.Rows));
    }

    [Theory]
    [InlineData("2009-12-31")]
    [InlineData("2199-01-01")]
    public void A_day_that_no_query_would_see_is_refused(string text)
    {
        Fill(1);
        Sales.Sales[DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture)] = [(1, 1)];
        Lake.Build(Sales);
        var error = Assert.Throws<DataException>(() => Lake.Run(DayModel.Step()));
        Assert.Contains($"rows of {text}, but Athena sees days from 2010-01-01 to tomorrow", error.Message, StringComparison.Ordinal);
        RequireNothingLeft(DayModel.Step());
    }

    [Fact]
    public void Rows_outside_of_the_range_do_not_leak_into_other_days()
    {
        // The model forgets @in_days and sees every day; only the days asked for may be written.
        var sloppy = DayModel.Step("select day, count(*) as sales, sum(amount) as amount from raw.sales group by day");
        Fill(3);
        Lake.Build(Sales, sloppy);
        Sales.Sales[First.AddDays(1)] = [(1, 99)];
        Lake.Build(Sales, sloppy);
        Assert.Equal(["2011-01-01|1|0", "2011-01-02|1|99", "2011-01-03|1|2"], Lake.Rows(Days));
    }

    private void Fill(int days)
    {
        for (var i = 0; i < days; i++)
        {
            Sales.Sales[First.AddDays(i)] = [(1, i)];
        }
    }
}
