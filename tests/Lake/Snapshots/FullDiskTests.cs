using Recommender.Lake.DuckDb;
using Recommender.Lake.Errors;
using Recommender.Lake.Planning;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Snapshots;

public sealed class FullDiskTests : LakeTest
{
    [Fact]
    public void A_disk_that_fills_while_data_is_written_publishes_nothing()
    {
        using var mount = TinyMount.At(Lake.At(), "256k");
        var old = BuildItem("old");
        Items.AtEnd = context => Recommender.Lake.Building.ParquetWriter.Copy(
            context.Connection, "select i as id, hash(i)::varchar || md5(i::varchar) as name from range(100000) as r(i)", Path.Combine(context.Writer.DataFolder, "part-1.parquet"), Token);
        Items.Items = [(1, "new")];
        Assert.Throws<DuckDbResourceException>(() => Lake.Run(Items));
        AssertUnchangedAndRecovers(old);
    }

    [Fact]
    public void A_disk_that_is_full_when_the_manifest_is_written_publishes_nothing()
    {
        using var mount = TinyMount.At(Lake.At(), "256k");
        var old = BuildItem("old");
        var filler = "";
        Items.AtEnd = context => Fill(filler = Path.Combine(context.Writer.Folder, "filler"));
        Items.Items = [(1, "new")];
        Assert.Contains("raw.items", Assert.Throws<EnvironmentException>(() => Lake.Run(Items)).Message, StringComparison.Ordinal);
        AssertUnchangedAndRecovers(old);
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[512]);
            }
        }
        catch (IOException)
        {
            // Full: that is what it is for.
        }
    }

    private void AssertUnchangedAndRecovers(string old)
    {
        Assert.Equal(old, Lake.Current(Items).Snapshot);
        Assert.Equal([old], Lake.Store.Folders(Items.Table.Name));
        Assert.Equal(["old"], SeenByNewReader());
        Items.AtEnd = null;
        Assert.Equal(PlanAction.Build, Lake.Run(Items).Action);
        Assert.Equal(["new"], SeenByNewReader());
    }
}
