using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Recommender.Infra.Tests.Harness;

/// <summary>The committed <c>Pulumi.yaml</c> and <c>Pulumi.STACK.yaml</c>, read as the Pulumi command line reads them.</summary>
internal static class PulumiFiles
{
    /// <summary>The object <c>recommender:settings</c> of a stack, as committed; the caller may change it.</summary>
    public static JsonObject Settings(string stack) => Json(Config($"Pulumi.{stack}.yaml").Children[new YamlScalarNode("recommender:settings")]).AsObject();

    /// <summary>What the project file says where a stack's says nothing: values by full key, such as <c>aws:region</c>.</summary>
    public static IReadOnlyDictionary<string, string> ProjectDefaults() => Config("Pulumi.yaml").Children.ToDictionary(pair => Text(pair.Key), pair => Text(pair.Value));

    /// <summary>The project's name.</summary>
    public static string ProjectName() => Text(Root("Pulumi.yaml").Children[new YamlScalarNode("name")]);

    private static YamlMappingNode Config(string file) => (YamlMappingNode)Root(file).Children[new YamlScalarNode("config")];

    private static YamlMappingNode Root(string file)
    {
        using var reader = File.OpenText(Path.Combine(AppContext.BaseDirectory, file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    // A plain scalar is a number or a truth where it reads like one; a quoted one is always text.
    private static JsonNode Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(Text(pair.Key), (JsonNode?)Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => scalar.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } value } when decimal.TryParse(value, out var number) => number,
        YamlScalarNode scalar => scalar.Value!,
        _ => throw new FormatException($"a setting may not be {node.NodeType}"),
    };
}
