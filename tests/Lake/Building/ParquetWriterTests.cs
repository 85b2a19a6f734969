using Recommender.Lake.Building;
using Recommender.Lake.Engine;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

public sealed class ParquetWriterTests : LakeTest
{
    private static readonly IReadOnlyList<Column> Columns = [new("id", ColumnType.BigInt, "A number."), new("day", ColumnType.Date, "A day.")];

    [Fact]
    public void More_days_than_files_may_be_open_lose_no_row()
    {
        // Rows of 120 days take turns: more days than DuckDB keeps files open for (100), more rows than it holds back at once (524,288).
        const string Select = "select i as id, date '2011-01-01' + cast(i % 120 as integer) as day from range(600000) as r(i)";
        var folder = Directory.CreateDirectory(Lake.At("data")).FullName;
        Assert.Equal(600_000, ParquetWriter.CopyByDay(Lake.Connection, Select, folder, "day", Token));
        var relation = DuckDbEngine.Relation(Columns, Directory.GetFiles(folder, "*.parquet", SearchOption.AllDirectories), "day");
        Assert.Equal(
            ["120|5000|5000|600000"],
            Lake.Rows($"select count(*), min(n), max(n), sum(different) from (select count(*) as n, count(distinct id) as different from {relation} group by day)"));
    }

    [Fact]
    public void Of_one_day_only_its_own_files_are_opened()
    {
        var folder = Directory.CreateDirectory(Lake.At("data")).FullName;
        ParquetWriter.CopyByDay(Lake.Connection, "select 1 as id, unnest([date '2011-01-04', date '2011-01-05']) as day", folder, "day", Token);
        var files = Directory.GetFiles(folder, "*.parquet", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        File.WriteAllText(files[0], "no Parquet");
        Array.Reverse(files);
        Assert.Equal(["1|2011-01-05"], Lake.Rows($"select * from {DuckDbEngine.Relation(Columns, files, "day")} where day = date '2011-01-05'"));
    }
}
