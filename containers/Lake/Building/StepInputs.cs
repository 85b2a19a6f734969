using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>The snapshots a step reads, fixed when it starts.</summary>
/// <param name="manifests">By table, the snapshot's manifest.</param>
public sealed class StepInputs(IReadOnlyDictionary<TableName, Manifest> manifests)
{
    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<TableName, Manifest> All { get; } = manifests;

    /// <summary>One of them.</summary>
    public Manifest this[TableName table] => All[table];

    /// <summary>Table and snapshot id, as manifests record them.</summary>
    public IReadOnlyDictionary<string, string> SnapshotIds { get; } = new SortedDictionary<string, string>(
        manifests.ToDictionary(entry => entry.Key.ToString(), entry => entry.Value.Snapshot), StringComparer.Ordinal);
}
