using Recommender.Ingest.Csv;
using Recommender.Ingest.Generation;
using Recommender.Ingest.Grocery;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.Demonstration;

/// <summary>The demo's generated delivery, kept in the lake's folder outside of every table's prefix.</summary>
/// <param name="lake">The lake.</param>
/// <param name="users">Shoppers.</param>
internal sealed class DemoDelivery(LakeFolder lake, int users)
{
    private const string OrdersFile = "orders.csv";

    private string Root => Path.Combine(lake.Root, "_demo");

    /// <summary>The delivery's folder; its name says what it was generated from.</summary>
    public string Folder => Path.Combine(Root, $"users-{users}-seed-{Options(1).Seed}");

    /// <summary>Whether it was generated before.</summary>
    public bool Exists => GroceryFeed.Files.All(file => File.Exists(Path.Combine(Folder, file.Stem + ".csv")));

    /// <summary>What to generate.</summary>
    public GeneratorOptions Options(int threads) => new() { Users = users, Threads = Math.Min(256, threads), Overwrite = true };

    /// <summary>Makes sure that the demo replaces nobody's own tables.</summary>
    /// <exception cref="CallerException">The lake holds another delivery.</exception>
    public void RequireOwnLake(CancellationToken cancellationToken)
    {
        var loaded = new SnapshotStore(lake).Current(new TableName(Zone.Raw, "orders"), cancellationToken)?.Source?.Sha256;
        if (loaded is not null && !Deliveries().Any(file => new CsvSource(file).Hash(cancellationToken) == loaded))
        {
            throw new CallerException($"the lake {lake.Root} holds a delivery that is not the demo's: give the demo a lake of its own, such as --lake demo-lake");
        }
    }

    private IEnumerable<string> Deliveries() =>
        Directory.Exists(Root) ? Directory.EnumerateFiles(Root, OrdersFile, SearchOption.AllDirectories) : [];
}
