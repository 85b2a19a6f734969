using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Recommender.Infra.Tests.Harness;

/// <summary>Values of inputs: texts, doubles, truths, lists and dictionaries.</summary>
internal static class GraphValue
{
    /// <summary>The value at a path such as <c>rules[0].status</c>; null where there is none.</summary>
    public static object? At(object? value, string path)
    {
        foreach (var step in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            value = step.EndsWith(']')
                ? List(value).ElementAtOrDefault(int.Parse(step[..^1], CultureInfo.InvariantCulture))
                : (value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(step);
        }

        return value;
    }

    /// <summary>The elements of a list; none where it is no list.</summary>
    public static ImmutableArray<object> List(object? value) => value is ImmutableArray<object> list && !list.IsDefault ? list : [];

    /// <summary>Every text in a value, with the path it is found at.</summary>
    public static IEnumerable<(string Path, string Text)> Texts(object? value, string path) => value switch
    {
        string text => [(path, text)],
        IReadOnlyDictionary<string, object> map => map.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => Texts(pair.Value, path.Length == 0 ? pair.Key : $"{path}.{pair.Key}")),
        ImmutableArray<object> list when !list.IsDefault => list.SelectMany((item, index) => Texts(item, $"{path}[{index}]")),
        _ => [],
    };

    /// <summary>A value from JSON, as mocks see it: every number a double, nulls left out.</summary>
    public static object? Parse(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Array => json.EnumerateArray().Select(item => Parse(item)!).ToImmutableArray(),
        JsonValueKind.Object => json.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).ToImmutableDictionary(member => member.Name, member => Parse(member.Value)!),
        _ => null,
    };

    /// <summary>An object from JSON text.</summary>
    public static ImmutableDictionary<string, object> Object(string json)
    {
        using var document = JsonDocument.Parse(json);
        return (ImmutableDictionary<string, object>)Parse(document.RootElement)!;
    }
}
