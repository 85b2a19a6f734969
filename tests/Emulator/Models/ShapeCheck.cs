using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Recommender.Emulator.Tests.Models;

/// <summary>Holds JSON to shapes of a model: members, required ones, types, enumerations, lengths, ranges, patterns.</summary>
/// <param name="model">The model.</param>
/// <param name="newer">Members that the services have got since, as SHAPE.MEMBER; they are not looked into.</param>
public sealed class ShapeCheck(ServiceModel model, IReadOnlySet<string> newer)
{
    /// <summary>What is wrong; empty where all is well.</summary>
    /// <param name="shape">The shape's name.</param>
    /// <param name="node">The JSON.</param>
    public IReadOnlyList<string> Faults(string shape, JsonNode? node)
    {
        var faults = new List<string>();
        Check(shape, node, shape, faults);
        return faults;
    }

    private void Check(string name, JsonNode? node, string at, List<string> faults)
    {
        var shape = model.Shape(name);
        var type = shape["type"]!.GetValue<string>();
        var kind = node?.GetValueKind();
        var fits = type switch
        {
            "structure" or "map" => kind == JsonValueKind.Object,
            "list" => kind == JsonValueKind.Array,
            "string" or "blob" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "integer" or "long" => kind == JsonValueKind.Number && node!.AsValue().TryGetValue<long>(out _),
            "timestamp" or "double" or "float" => kind == JsonValueKind.Number,
            _ => false,
        };
        if (!fits)
        {
            faults.Add($"{at}: {kind?.ToString() ?? "null"} is no {type}");
            return;
        }

        switch (type)
        {
            case "structure":
                CheckStructure(name, shape, node!.AsObject(), at, faults);
                break;
            case "map":
                CheckSize(shape, node!.AsObject().Count, at, faults);
                foreach (var (key, value) in node.AsObject())
                {
                    Check(Target(shape, "key"), JsonValue.Create(key), $"{at}[{key}]", faults);
                    Check(Target(shape, "value"), value, $"{at}[{key}]", faults);
                }

                break;
            case "list":
                CheckSize(shape, node!.AsArray().Count, at, faults);
                for (var index = 0; index < node.AsArray().Count; index++)
                {
                    Check(Target(shape, "member"), node[index], $"{at}[{index}]", faults);
                }

                break;
            case "string":
                CheckText(shape, node!.GetValue<string>(), at, faults);
                break;
            case "integer" or "long":
                CheckSize(shape, node!.GetValue<long>(), at, faults);
                break;
        }
    }

    private static string Target(JsonObject shape, string member) => shape[member]!["shape"]!.GetValue<string>();

    private void CheckStructure(string name, JsonObject shape, JsonObject node, string at, List<string> faults)
    {
        foreach (var required in (shape["required"] as JsonArray ?? []).Select(member => member!.GetValue<string>()).Where(member => !node.ContainsKey(member)))
        {
            faults.Add($"{at}: {required} is missing");
        }

        foreach (var (member, value) in node)
        {
            if (newer.Contains($"{name}.{member}"))
            {
                continue;
            }

            if (shape["members"]?[member] is not { } known)
            {
                faults.Add($"{at}: {member} is no member of {name}");
                continue;
            }

            Check(known["shape"]!.GetValue<string>(), value, $"{at}.{member}", faults);
        }
    }

    private static void CheckSize(JsonObject shape, long size, string at, List<string> faults)
    {
        if (size < (shape["min"]?.GetValue<double>() ?? double.MinValue) || size > (shape["max"]?.GetValue<double>() ?? double.MaxValue))
        {
            faults.Add($"{at}: {size} is not from {shape["min"]} to {shape["max"]}");
        }
    }

    private static void CheckText(JsonObject shape, string text, string at, List<string> faults)
    {
        CheckSize(shape, text.Length, at, faults);
        if (shape["enum"] is JsonArray values && !values.Any(value => value!.GetValue<string>() == text))
        {
            faults.Add($"{at}: '{text}' is none of the values");
        }

        // Java reads the pairs of surrogates in these classes as single characters.
        if (shape["pattern"]?.GetValue<string>() is { } pattern
            && !Regex.IsMatch(text, $@"\A(?:{pattern.Replace(@"\uD800\uDC00-\uDBFF\uDFFF", @"\uD800-\uDFFF", StringComparison.Ordinal)})\z", RegexOptions.CultureInvariant))
        {
            faults.Add($"{at}: '{text}' does not match {pattern}");
        }
    }
}
