using Recommender.Lake.Tables;

namespace Recommender.Lake.Storage;

/// <summary>
/// Where things lie in a lake, in a folder and on S3 alike: <c>ZONE/TABLE/_current.json</c> points at <c>ZONE/TABLE/SNAPSHOT/</c>, which
/// holds <c>data/</c>, perhaps <c>quarantine/</c>, and, once it is complete, <c>_manifest.json</c>. Beside them <c>_shards/</c> holds what
/// is computed but not published.
/// </summary>
public static class LakeKeys
{
    /// <summary>The folder of the shards of a table: <c>_shards</c>.</summary>
    public const string ShardsFolder = "_shards";

    /// <summary>A table's lock, where each table has one: <c>_lock</c>.</summary>
    public const string LockFile = "_lock";

    /// <summary>The table's own prefix: nothing outside of it belongs to the table.</summary>
    public static string Table(TableName table) => $"{table.Zone.SqlName()}/{table.Table}";

    /// <summary>The prefix of one snapshot.</summary>
    public static string Snapshot(TableName table, string snapshot) => $"{Table(table)}/{snapshot}";

    /// <summary>The file that makes a snapshot complete.</summary>
    public static string Manifest(TableName table, string snapshot) => $"{Snapshot(table, snapshot)}/_manifest.json";

    /// <summary>The prefix of the shards of a table that are staged, each below a prefix of its own; readers never look there.</summary>
    public static string Shards(TableName table) => $"{Table(table)}/{ShardsFolder}";

    /// <summary>The file that says which snapshot is current; where there is a catalog, a copy of what that says.</summary>
    public static string Pointer(TableName table) => $"{Table(table)}/_current.json";

    /// <summary>The table's lock, where each table has one.</summary>
    public static string Lock(TableName table) => $"{Table(table)}/{LockFile}";
}
