using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Recommender.Tests.StateMachine;

/// <summary>
/// A path: fields, indexes, <c>[*]</c>, <c>[?(@.field)]</c> and <c>[?(@.field == 'text')]</c>; anything else is refused.
/// </summary>
public sealed partial class JsonPath
{
    private readonly List<Func<JsonNode?, IEnumerable<JsonNode?>>> _steps = [];

    private JsonPath(string text) => Text = text;

    /// <summary>The path as it is written, without the second $ of a path into the context object.</summary>
    public string Text { get; }

    /// <summary>Whether it leads to one place at most; a path that may lead to many gives a list, also of none.</summary>
    public bool IsDefinite { get; private set; } = true;

    /// <summary>Whether it leads into the context object.</summary>
    public bool IsContext { get; private init; }

    /// <summary>The fields of a path that has nothing else, such as <c>$.a.b</c>; null for any other.</summary>
    public IReadOnlyList<string>? Fields { get; private set; } = [];

    /// <summary>Reads a path.</summary>
    /// <exception cref="AslRuleException">It is none, or not one of those that are known here.</exception>
    public static JsonPath Parse(string text)
    {
        var context = text.StartsWith("$$", StringComparison.Ordinal);
        var rest = text[(context ? 2 : Math.Min(1, text.Length))..];
        if (!text.StartsWith('$') || (context && rest.Length == 0))
        {
            throw new AslRuleException($"'{text}' is no path");
        }

        var path = new JsonPath(text) { IsContext = context };
        while (rest.Length > 0)
        {
            var match = Step().Match(rest);
            if (!match.Success)
            {
                throw new AslRuleException($"'{text}': '{rest}' is not a path that the interpreter knows");
            }

            path.Add(match);
            rest = rest[match.Length..];
        }

        return path;
    }

    /// <summary>What the path leads to: a copy, or, of a path that may lead to many, the list of them.</summary>
    /// <param name="root">The state's input, or the context object.</param>
    /// <param name="found">Whether there is something; a list is always there.</param>
    public JsonNode? Read(JsonNode? root, out bool found)
    {
        IEnumerable<JsonNode?> nodes = [root];
        foreach (var step in _steps)
        {
            nodes = nodes.SelectMany(step).ToList();
        }

        var all = nodes.ToList();
        found = !IsDefinite || all.Count == 1;
        return !IsDefinite ? new JsonArray([.. all.Select(node => node?.DeepClone())]) : all.Count == 1 ? all[0]?.DeepClone() : null;
    }

    private void Add(Match match)
    {
        if (match.Groups["field"] is { Success: true, Value: var field })
        {
            _steps.Add(node => node is JsonObject fields && fields.TryGetPropertyValue(field, out var value) ? [value] : []);
            Fields = Fields is null ? null : [.. Fields, field];
            return;
        }

        Fields = null;
        if (match.Groups["index"] is { Success: true, Value: var digits })
        {
            var index = int.Parse(digits, CultureInfo.InvariantCulture);
            _steps.Add(node => node is JsonArray items && index < items.Count ? [items[index]] : []);
            return;
        }

        IsDefinite = false;
        var (key, wanted) = (match.Groups["key"].Value, match.Groups["value"]);
        _steps.Add(node => node switch
        {
            JsonArray items => items.Where(item => key.Length == 0 || Has(item, key, wanted.Success ? wanted.Value : null)),
            JsonObject fields when key.Length == 0 => fields.Select(property => property.Value),
            _ => [],
        });
    }

    private static bool Has(JsonNode? item, string key, string? wanted) =>
        item is JsonObject fields && fields.TryGetPropertyValue(key, out var value)
        && (wanted is null || (value is JsonValue text && text.TryGetValue<string>(out var actual) && actual == wanted));

    [GeneratedRegex(@"\A(?:\.(?<field>[A-Za-z_][A-Za-z0-9_]*)|\[(?<index>[0-9]+)\]|\[(?<all>\*)\]|\[\?\(@\.(?<key>[A-Za-z_][A-Za-z0-9_]*)(?: == '(?<value>[^'\\]*)')?\)\])")]
    private static partial Regex Step();
}
