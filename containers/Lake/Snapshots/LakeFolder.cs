using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>
/// Where things lie in a lake on a local disk: <c>ZONE/TABLE/_current.json</c> points at <c>ZONE/TABLE/SNAPSHOT/</c>, which holds
/// <c>data/</c>, perhaps <c>quarantine/</c>, and, once it is complete, <c>_manifest.json</c>. Beside them <c>_shards/</c> holds what
/// is computed but not published.
/// </summary>
/// <param name="root">The lake's folder; made when something is first written.</param>
public sealed class LakeFolder(string root)
{
    /// <summary>The lake's folder, absolute.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Whether there is a lake: at least one zone folder.</summary>
    public bool Exists => ZoneNames.All.Any(zone => Directory.Exists(Path.Combine(Root, zone)));

    /// <summary>Scratch space of the one writer; emptied whenever a writer starts.</summary>
    public string Scratch => Path.Combine(Root, "_tmp");

    /// <summary>The table's own prefix: nothing outside of it belongs to the table.</summary>
    public string Table(TableName table) => Path.Combine(Root, table.Zone.SqlName(), table.Table);

    /// <summary>The folder of one snapshot.</summary>
    public string Snapshot(TableName table, string snapshot) => Path.Combine(Table(table), snapshot);

    /// <summary>The folder of the shards of a table that are staged, each in a folder of its own; readers never look there.</summary>
    public string Shards(TableName table) => Path.Combine(Table(table), "_shards");

    /// <summary>The file that says which snapshot is current.</summary>
    public string Pointer(TableName table) => Path.Combine(Table(table), "_current.json");

    /// <summary>The file that makes a snapshot complete.</summary>
    public string Manifest(TableName table, string snapshot) => Path.Combine(Snapshot(table, snapshot), "_manifest.json");
}
