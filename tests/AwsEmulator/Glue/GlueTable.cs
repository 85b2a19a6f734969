using System.Globalization;
using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Glue;

/// <summary>A version of a table in the catalog; it is never changed.</summary>
/// <param name="Database">The database.</param>
/// <param name="Input">The TableInput that it was last written with.</param>
/// <param name="Version">Counts the writes, from 0.</param>
/// <param name="Created">When the table was made.</param>
/// <param name="Updated">When it was last written.</param>
internal sealed record GlueTable(string Database, JsonObject Input, long Version, DateTimeOffset Created, DateTimeOffset Updated)
{
    /// <summary>The name.</summary>
    public string Name => Input.Text("Name")!;

    /// <summary>Where its files lie, as the descriptor says; empty where it says nothing.</summary>
    public string Location => Input.Object("StorageDescriptor")?.Text("Location") ?? "";

    /// <summary>The columns in the files.</summary>
    public IReadOnlyList<GlueColumn> Columns => [.. (Input.Object("StorageDescriptor")?.Objects("Columns") ?? []).Select(GlueColumn.Of)];

    /// <summary>The columns that partitions have instead of the files.</summary>
    public IReadOnlyList<GlueColumn> PartitionKeys => [.. Input.Objects("PartitionKeys").Select(GlueColumn.Of)];

    /// <summary>VersionId.</summary>
    public string VersionId => Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>A parameter; null where it is absent.</summary>
    public string? Parameter(string name) => Input.Object("Parameters")?.Text(name);

    /// <summary>The Table of an answer.</summary>
    /// <param name="account">CatalogId.</param>
    public JsonObject ToJson(string account)
    {
        var table = Input.DeepClone().AsObject();
        table["DatabaseName"] = Database;
        table["CreateTime"] = JsonMoment.Seconds(Created);
        table["UpdateTime"] = JsonMoment.Seconds(Updated);
        table["CreatedBy"] = $"arn:aws:iam::{account}:user/test";
        table["IsRegisteredWithLakeFormation"] = false;
        table["CatalogId"] = account;
        table[nameof(VersionId)] = VersionId;
        table["Retention"] ??= 0;
        return table;
    }
}
