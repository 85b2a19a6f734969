using Recommender.Lake.Snapshots;

namespace Recommender.Lake.Tests.Support;

/// <summary>A lake of its own for each test, and three days of sales to build in it.</summary>
public abstract class DaySalesTest : IDisposable
{
    protected const string All = "select * from curated.sales_by_day order by day";

    private protected DaySalesTest()
    {
        Sales.Set(4, (1, 100), (2, 50));
        Sales.Set(5, (1, 10));
        Sales.Set(6, (1, 7), (2, null));
    }

    private protected TemporaryLake Lake { get; } = new();

    private protected DayStep Sales { get; } = new();

    public void Dispose()
    {
        Lake.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected long InodeOf(Manifest manifest, int day) => Inode.Of(FileOf(manifest, day));

    private protected string FileOf(Manifest manifest, int day)
    {
        var file = manifest.Files.Single(file => file.Path.Contains($"day=2011-01-{day:00}/", StringComparison.Ordinal));
        return Lake.At(manifest.Table.Replace('.', '/'), manifest.Snapshot, file.Path);
    }
}
