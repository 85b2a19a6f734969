using System.Text.Json.Nodes;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>A table of a graph as Glue's API takes it.</summary>
internal static class CatalogTable
{
    /// <summary>The TableInput.</summary>
    public static JsonObject Input(GraphResource table) => new()
    {
        ["Name"] = table.Text("name"),
        ["Description"] = table.Text("description"),
        ["TableType"] = table.Text("tableType"),
        ["Parameters"] = Texts(table.At("parameters")),
        ["PartitionKeys"] = Columns(table, "partitionKeys"),
        ["StorageDescriptor"] = new JsonObject
        {
            ["Location"] = table.Text("storageDescriptor.location"),
            ["InputFormat"] = table.Text("storageDescriptor.inputFormat"),
            ["OutputFormat"] = table.Text("storageDescriptor.outputFormat"),
            ["SerdeInfo"] = new JsonObject
            {
                ["SerializationLibrary"] = table.Text("storageDescriptor.serDeInfo.serializationLibrary"),
                ["Parameters"] = Texts(table.At("storageDescriptor.serDeInfo.parameters")),
            },
            ["Columns"] = Columns(table, "storageDescriptor.columns"),
        },
    };

    private static JsonObject Texts(object? map) =>
        new(((IReadOnlyDictionary<string, object>)map!).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)(string)pair.Value)));

    private static JsonArray Columns(GraphResource table, string path) =>
        [.. table.List(path).Select(column => (JsonNode)new JsonObject { ["Name"] = Text(column, "name"), ["Type"] = Text(column, "type"), ["Comment"] = Text(column, "comment") })];

    private static string? Text(object column, string name) => GraphValue.At(column, name) as string;
}
