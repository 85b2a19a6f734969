using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>A lake's folder on a local disk, and where in it things lie (see <see cref="LakeKeys"/>).</summary>
/// <param name="root">The lake's folder; made when something is first written.</param>
public sealed class LakeFolder(string root)
{
    /// <summary>The lake's folder, absolute.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Whether there is a lake: at least one zone folder.</summary>
    public bool Exists => ZoneNames.All.Any(zone => Directory.Exists(Path.Combine(Root, zone)));

    /// <summary>Scratch space of the one writer; emptied whenever a writer starts.</summary>
    public string Scratch => Path.Combine(Root, "_tmp");

    /// <summary>The path of a key.</summary>
    public string At(string key) => Path.Combine(Root, key.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The table's own prefix: nothing outside of it belongs to the table.</summary>
    public string Table(TableName table) => At(LakeKeys.Table(table));

    /// <summary>The folder of one snapshot.</summary>
    public string Snapshot(TableName table, string snapshot) => At(LakeKeys.Snapshot(table, snapshot));

    /// <summary>The folder of the shards of a table that are staged, each in a folder of its own; readers never look there.</summary>
    public string Shards(TableName table) => At(LakeKeys.Shards(table));

    /// <summary>The file that says which snapshot is current.</summary>
    public string Pointer(TableName table) => At(LakeKeys.Pointer(table));

    /// <summary>The file that makes a snapshot complete.</summary>
    public string Manifest(TableName table, string snapshot) => At(LakeKeys.Manifest(table, snapshot));
}
