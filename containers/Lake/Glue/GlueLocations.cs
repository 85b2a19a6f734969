using System.Globalization;
using Amazon.Glue.Model;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Glue;

/// <summary>The locations of Glue tables, and the pointers that they are.</summary>
/// <param name="storage">Says where keys lie.</param>
internal sealed class GlueLocations(ILakeStorage storage)
{
    /// <summary>The location of a folder of a snapshot, with a slash at its end.</summary>
    public string Of(TableName table, string snapshot, string folder) => $"{storage.Describe(LakeKeys.Snapshot(table, snapshot))}/{folder}/";

    /// <summary>The location of a table that has no files.</summary>
    public string Nothing(TableName table) => $"{storage.Describe(LakeKeys.Table(table))}/{GlueLayout.Nothing}/";

    /// <summary>The pointer that a live table is; null where nothing was published yet.</summary>
    /// <exception cref="EnvironmentException">Its location is no snapshot of its own.</exception>
    public Pointer? Read(TableName table, Table live)
    {
        var location = (live.StorageDescriptor?.Location ?? "").TrimEnd('/');
        var own = storage.Describe(LakeKeys.Table(table)) + "/";
        var rest = location.StartsWith(own, StringComparison.Ordinal) ? location[own.Length..].Split('/') : [];
        if (rest is [GlueLayout.Nothing])
        {
            return null;
        }

        if (rest is not [var snapshot, GlueLayout.Data] || !SnapshotId.IsId(snapshot))
        {
            throw new EnvironmentException($"{table}: the catalog looks for its files in {location}, which is no snapshot below {own}: put it right, or run 'pulumi up'");
        }

        var held = live.Parameters?.GetValueOrDefault(GlueLayout.Held);
        var moved = live.Parameters?.GetValueOrDefault(GlueLayout.RolledBackAt);
        return new Pointer(snapshot)
        {
            Held = string.IsNullOrEmpty(held) ? null : held.Split(','),
            RolledBackAt = DateTimeOffset.TryParse(moved, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null,
        };
    }
}
