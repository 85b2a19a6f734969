using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Engine;

public sealed class EngineTests
{
    [Theory]
    [InlineData("it's \"quoted\"")]
    [InlineData("with spaces, commas; and {braces}")]
    [InlineData("[2011] (a) *?[!x]")]
    [InlineData("ünïcode-店-🛒")]
    [InlineData("back\\slash %20 #1")]
    [InlineData("day=2000-01-01/id=7/amount=x/lake")]
    [InlineData("a=b")]
    public void The_lake_s_folder_may_have_any_name(string folder)
    {
        using var lake = new TemporaryLake(folder);
        var sales = new DayStep();
        sales.Set(4, (1, 100), (2, 50));
        sales.Set(5, (1, 10));
        lake.Build(sales, DayModel.Step());
        sales.Set(5, (1, 11));
        lake.Build(sales, DayModel.Step());
        Assert.Equal(["1|2011-01-04|100", "2|2011-01-04|50", "1|2011-01-05|11"], lake.Rows("select * from raw.sales order by day, id"));
        Assert.Equal(["2011-01-04|2|150", "2011-01-05|1|11"], lake.Rows("select * from curated.sales_by_day order by day"));

        var items = new MemoryStep();
        lake.Build(items);
        Assert.Equal(["1|apple", "2|pear"], lake.Rows("select * from raw.items order by id"));
    }

    [Fact]
    public void The_engine_s_own_spill_folder_goes_with_it()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "recommender-*");
        string[] own;
        using (TemporaryLake.NewEngine())
        {
            own = [.. Directory.GetDirectories(Path.GetTempPath(), "recommender-*").Except(before)];
            Assert.NotEmpty(own);
        }

        Assert.Contains(own, folder => !Directory.Exists(folder));
    }

    [Fact]
    public void Options_tell_all_their_faults()
    {
        var error = Assert.Throws<CallerException>(() => new DuckDbEngine(new EngineOptions { MemoryBytes = 1, Threads = 0 }));
        Assert.Contains("--memory 1 bytes: at least 256MiB", error.Message, StringComparison.Ordinal);
        Assert.Contains("--threads 0: between 1 and 1024", error.Message, StringComparison.Ordinal);
    }
}
