using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Glue;

/// <summary>A database of the catalog and its tables.</summary>
/// <param name="input">The DatabaseInput that it was made with.</param>
/// <param name="created">When it was made.</param>
internal sealed class GlueDatabase(JsonObject input, DateTimeOffset created)
{
    /// <summary>The name.</summary>
    public string Name { get; } = input.Text("Name")!;

    /// <summary>By name, the versions of each table that are kept, oldest first; the last one is in force.</summary>
    public SortedDictionary<string, List<GlueTable>> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>The Database of an answer.</summary>
    /// <param name="account">CatalogId.</param>
    public JsonObject ToJson(string account)
    {
        var database = input.DeepClone().AsObject();
        database["CreateTime"] = JsonMoment.Seconds(created);
        database["CatalogId"] = account;
        return database;
    }
}
