using System.Globalization;
using System.Text.RegularExpressions;
using Recommender.Lake.Building;

namespace Recommender.Lake.Snapshots;

/// <summary>The name of a shard's folder: when its build began, what it follows from, and which it is. Anything else beside it is not ours to delete.</summary>
internal static partial class ShardFolderName
{
    /// <summary>The name, such as <c>20260301T120000000Z-0123abcd-3of8</c>.</summary>
    public static string Create(DateTimeOffset now, string fingerprint, Shard shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{SnapshotId.Create(now, fingerprint)}-{shard.Index}of{shard.Count}");

    /// <summary>When the shard's build began, UTC; null where the name is none of these.</summary>
    public static DateTimeOffset? Began(string name) =>
        Form().Match(name) is { Success: true } match && SnapshotId.IsId(match.Groups[1].Value) ? SnapshotId.Began(match.Groups[1].Value) : null;

    [GeneratedRegex(@"\A(.+)-[0-9]+of[0-9]+\z")]
    private static partial Regex Form();
}
