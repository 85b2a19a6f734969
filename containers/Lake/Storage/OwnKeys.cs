using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Storage;

/// <summary>What may be deleted from a lake: whatever else lies beside a table's snapshots is not ours.</summary>
internal static class OwnKeys
{
    /// <summary>Lets a prefix pass that is one snapshot's or one shard's, or lies within.</summary>
    /// <exception cref="ArgumentException">It is anything else.</exception>
    public static void RequirePrefix(string prefix)
    {
        if (Depth(prefix.Split('/')) is null)
        {
            throw new ArgumentException($"'{prefix}' is neither a snapshot nor a shard of a table: nothing else is deleted", nameof(prefix));
        }
    }

    /// <summary>Lets the key of one file of a snapshot or a shard pass.</summary>
    /// <exception cref="ArgumentException">It is anything else.</exception>
    public static void RequireFile(string key)
    {
        var parts = key.Split('/');
        if (!(Depth(parts) < parts.Length))
        {
            throw new ArgumentException($"'{key}' is no file of a snapshot or a shard of a table: nothing else is deleted", nameof(key));
        }
    }

    /// <summary>Lets the key of a table's lock pass.</summary>
    /// <exception cref="ArgumentException">It is anything else.</exception>
    public static void RequireLock(string key)
    {
        if (key.Split('/') is not [_, _, LakeKeys.LockFile] parts || !IsTable(parts))
        {
            throw new ArgumentException($"'{key}' is no table's lock", nameof(key));
        }
    }

    /// <summary>How many parts of a key name its snapshot or shard; null where it is in none.</summary>
    private static int? Depth(string[] parts)
    {
        if (parts.Length < 3 || !IsTable(parts) || parts.Any(part => part is "" or "." or ".." || part.Contains('\\', StringComparison.Ordinal)))
        {
            return null;
        }

        return SnapshotId.IsId(parts[2]) ? 3
            : parts.Length > 3 && parts[2] == LakeKeys.ShardsFolder && ShardFolderName.Began(parts[3]) is not null ? 4
            : null;
    }

    private static bool IsTable(string[] parts) => ZoneNames.All.Contains(parts[0]) && TableName.IsIdentifier(parts[1]);
}
