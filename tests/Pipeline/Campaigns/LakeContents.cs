using Recommender.Lake.DuckDb;
using Recommender.Lake.Engine;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;

namespace Recommender.Pipeline.Tests.Campaigns;

/// <summary>What a lake's tables hold, whatever the order of rows, as a few numbers to compare.</summary>
internal static class LakeContents
{
    /// <summary>Columns that tell when something was done, how long it took, or which snapshots it was done with.</summary>
    private static readonly HashSet<string> _circumstances = ["loaded_at", "trained_at", "started_at", "seconds", "data", "card", "study"];

    /// <summary>By table and quarantine, the number of rows and a hash of all values, circumstances left out.</summary>
    public static SortedDictionary<string, string> Of(string folder)
    {
        var store = new SnapshotStore(new LakeFolder(folder));
        using var engine = new DuckDbEngine(new EngineOptions());
        using var connection = engine.Connect();
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in GroceryPipeline.Tables)
        {
            if (store.Current(table.Name) is not { } manifest)
            {
                continue;
            }

            engine.Show(table, store, manifest);
            Add(table.Name.ToString(), table.Columns, manifest.Rows);
            if (table.HasQuarantine)
            {
                Add($"{table.Name}{Quarantine.Suffix}", Quarantine.Columns, manifest.Quarantined);
            }
        }

        return contents;

        void Add(string relation, IEnumerable<Column> columns, long rows)
        {
            var sums = Sums(connection, relation, columns);
            Assert.StartsWith($"{rows} rows,", sums, StringComparison.Ordinal);
            contents[relation] = sums;
        }
    }

    /// <summary>The number of rows and a hash of all values, circumstances left out, whatever the order.</summary>
    public static string Sums(DuckDbConnection connection, string relation, IEnumerable<Column> columns)
    {
        var values = string.Join(", ", columns.Select(column => column.Name).Where(name => !_circumstances.Contains(name)));
        return connection.Scalar<string>(
            $"select count(*) || ' rows, ' || coalesce(sum(cast(hash({values}) as hugeint)), 0) || ', ' || coalesce(bit_xor(hash({values})), 0) from {relation}",
            CancellationToken.None)!;
    }
}
