using System.Text;
using Recommender.AwsEmulator;
using Recommender.AwsEmulator.Glue;
using Recommender.Infra.Tests.Harness;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>What a build leaves that was killed half-way, days ago: files without a manifest, a staged shard, a lock that has ended, and Athena's table of the build.</summary>
/// <param name="graph">The stack.</param>
/// <param name="server">AWS.</param>
internal sealed class KilledBuilds(StackGraph graph, AwsEmulatorServer server)
{
    private const string Mark = "0123abcd";
    private const string Snapshot = $"20260101T030000000Z-{Mark}";
    private const string Infix = "__build_";
    private const string Lock = """{"holder":"nightly-0","host":"elsewhere","since":"2026-01-01T03:00:00Z","expires":"2026-01-01T03:02:00Z"}""";

    private GlueCatalog Catalog => server.Service<GlueService>().Catalog;

    /// <summary>Leaves it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="byAthena">Whether Athena built it.</param>
    public void Leave(TableName table, bool byAthena)
    {
        foreach (var (key, content) in new[] { ($"{Snapshot}/data/part-0.parquet", Mark), ($"{Snapshot}/quarantine/part-0.parquet", Mark), ($"_shards/{Snapshot}-0of2/data/part-0.parquet", Mark), ("_lock", Lock) })
        {
            server.Objects.Add(Bucket(table.Zone), $"{table.Table}/{key}", Encoding.UTF8.GetBytes(content));
        }

        if (byAthena)
        {
            var built = Catalog.Get(Database(table.Zone), table.Table).Input.DeepClone().AsObject();
            built["Name"] = $"{table.Table}{Infix}{Snapshot.ToLowerInvariant().Replace('-', '_')}";
            Catalog.Create(Database(table.Zone), built);
        }
    }

    /// <summary>Fails where something of it is still there: then nobody was seen to remove it.</summary>
    public void RequireGone()
    {
        var keys = from zone in Enum.GetValues<Zone>() from stored in server.Objects.List(Bucket(zone), "") select stored.Key;
        Faults.None(keys.Where(key => key.Contains(Mark, StringComparison.Ordinal) || key.EndsWith("/_lock", StringComparison.Ordinal)).Select(key => $"{key} is still there"));
        var tables = from zone in Enum.GetValues<Zone>() from table in Catalog.Tables(Database(zone)) select table.Name;
        Faults.None(tables.Where(name => name.Contains(Infix, StringComparison.Ordinal)).Select(name => $"table {name} is still there"));
    }

    private string Bucket(Zone zone) => (string)graph.Output($"buckets.{zone.SqlName()}")!;

    private string Database(Zone zone) => (string)graph.Output($"databases.{zone.SqlName()}")!;
}
