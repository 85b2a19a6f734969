using Recommender.Lake.Aws;
using Recommender.Lake.Glue;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Glue;

/// <summary>A catalog in memory over files in a folder: <c>clean.items</c> with a quarantine, and <c>curated.sales_by_day</c> by day.</summary>
public abstract class GlueTest : IDisposable
{
    private protected const string One = "20261122T054528470Z-00000001";
    private protected const string Two = "20261122T054528470Z-00000002";

    private protected static readonly TableDeclaration Items = new()
    {
        Name = new TableName(Zone.Clean, "items"),
        Description = "An item.",
        Columns = [new("id", ColumnType.BigInt, "Its id."), new("name", ColumnType.Varchar, "Its name.")],
        Grain = ["id"],
        HasQuarantine = true,
    };

    private protected static readonly TableDeclaration Sales = DayModel.Step().Table;

    private readonly string _folder = Directory.CreateTempSubdirectory("glue-test-").FullName;

    private protected GlueTest()
    {
        Storage = new FolderStorage(new LakeFolder(_folder));
        Settings = new AwsLakeSettings
        {
            Name = "s3://recommender-test",
            Buckets = new Dictionary<Zone, string> { [Zone.Clean] = "bucket-clean", [Zone.Curated] = "bucket-curated" },
            Databases = new Dictionary<Zone, string> { [Zone.Clean] = "shop_test_clean", [Zone.Curated] = "shop_test_curated" },
            WorkFolder = _folder,
        };
        Catalog = new GlueCatalog(Glue, Settings);
        Glue.Declare(Items, At("clean/items"));
        Glue.Declare(Sales, At("curated/sales_by_day"));
    }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected FakeGlue Glue { get; } = new();

    private protected GlueCatalog Catalog { get; }

    private protected FolderStorage Storage { get; }

    private protected AwsLakeSettings Settings { get; }

    public void Dispose()
    {
        Glue.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string At(string key) => Storage.Describe(key);

    private protected void Write(string key) => Storage.Write(key, new byte[] { 1 }, Token);
}
