using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Glue;

/// <summary>A column of a table in the catalog.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as Hive writes it, such as <c>int</c>.</param>
internal sealed record GlueColumn(string Name, string Type)
{
    /// <summary>Reads a Column.</summary>
    public static GlueColumn Of(JsonObject column) => new(column.Required("Name", "InvalidInputException"), column.Text("Type") ?? "");
}
