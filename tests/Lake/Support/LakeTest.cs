namespace Recommender.Lake.Tests.Support;

/// <summary>A lake of its own for each test, and the step of a small table to build in it.</summary>
public abstract class LakeTest : IDisposable
{
    private protected LakeTest()
    {
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected TemporaryLake Lake { get; } = new();

    private protected MemoryStep Items { get; } = new();

    public void Dispose()
    {
        Lake.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The names of the items as somebody sees them who starts to read now, with an engine of their own.</summary>
    private protected List<string> SeenByNewReader()
    {
        using var engine = TemporaryLake.NewEngine();
        using var connection = engine.Connect();
        engine.ShowAll([Items.Table], Lake.Store);
        return Lake.Rows("select name from raw.items order by id", connection);
    }

    /// <summary>Builds a new snapshot with one item of that name.</summary>
    private protected string BuildItem(string name)
    {
        Items.Items = [(1, name)];
        return Lake.Build(Items).Snapshot;
    }

    /// <summary>A folder of the items' table.</summary>
    private protected string ItemsAt(params string[] parts) => Lake.At(["raw", "items", .. parts]);
}
