using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recommender.Tests.StateMachine;

/// <summary>The intrinsic functions that are known here.</summary>
/// <param name="random">Gives States.MathRandom its numbers.</param>
public sealed class IntrinsicFunctions(Random random)
{
    private const int LongestHashed = 10_000;
    private const int LongestRange = 1_000;

    // Braces that were escaped in a text; private-use characters, which no text of a machine has.
    private const char OpenBrace = '\uE000';
    private const char CloseBrace = '\uE001';

    private static readonly JsonSerializerOptions _compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Their names.</summary>
    public static IReadOnlySet<string> Known { get; } = new HashSet<string>
    {
        "States.Array", "States.ArrayGetItem", "States.ArrayLength", "States.ArrayRange", "States.Format", "States.Hash", "States.JsonToString", "States.MathAdd", "States.MathRandom", "States.StringToJson",
    };

    /// <summary>A node's text, without spaces.</summary>
    public static string Text(JsonNode? node) => node is null ? "null" : node.ToJsonString(_compact);

    /// <summary>A brace that was escaped, until it is known what for.</summary>
    internal static char Escaped(char brace) => brace == '{' ? OpenBrace : CloseBrace;

    /// <summary>Calls a function.</summary>
    /// <exception cref="AslStateException">The arguments are not what the function takes.</exception>
    public JsonNode? Call(string function, IReadOnlyList<JsonNode?> arguments) => function switch
    {
        "States.Array" => new JsonArray([.. arguments.Select(Plain)]),
        "States.ArrayGetItem" => Item(arguments),
        "States.ArrayLength" => List(One(arguments)).Count,
        "States.ArrayRange" => Range(Whole(arguments, 0, 3), Whole(arguments, 1, 3), Whole(arguments, 2, 3)),
        "States.Format" => Format(arguments),
        "States.Hash" => Hash(arguments),
        "States.JsonToString" => Text(One(arguments)),
        "States.MathAdd" => checked((int)(Whole(arguments, 0, 2) + Whole(arguments, 1, 2))),
        "States.MathRandom" => Random(Whole(arguments, 0, 2), Whole(arguments, 1, 2)),
        "States.StringToJson" => Json(String(One(arguments))),
        _ => throw new AslRuleException($"'{function}' is no intrinsic function that the interpreter knows"),
    };

    private static AslStateException Failure(string cause) => new("States.IntrinsicFailure", cause);

    private static JsonNode? One(IReadOnlyList<JsonNode?> arguments) =>
        arguments.Count == 1 ? arguments[0] : throw Failure($"1 argument is wanted, {arguments.Count} are there");

    private static JsonArray List(JsonNode? node) => node as JsonArray ?? throw Failure($"{Text(node)} is no list");

    private static JsonNode? Item(IReadOnlyList<JsonNode?> arguments)
    {
        var (list, index) = arguments.Count == 2 ? (List(arguments[0]), Whole(arguments, 1, 2)) : throw Failure("a list and an index are wanted");
        return index >= 0 && index < list.Count ? list[(int)index]?.DeepClone() : throw Failure($"a list of {list.Count} has no item {index}");
    }

    private static string String(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? Unescape(text) : throw Failure($"{Text(node)} is no text");

    private static long Whole(IReadOnlyList<JsonNode?> arguments, int index, int count) =>
        arguments.Count == count && arguments[index] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Failure($"{count} whole numbers are wanted, not {string.Join(", ", arguments.Select(Text))}");

    private static JsonNode? Plain(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? JsonValue.Create(Unescape(text)) : node?.DeepClone();

    private static string Unescape(string text) => text.Replace(OpenBrace, '{').Replace(CloseBrace, '}');

    private static JsonArray Range(long first, long last, long step)
    {
        if (step == 0 || (last - first) / step + 1 > LongestRange)
        {
            throw Failure($"a range from {first} to {last} by {step} is empty of steps or longer than {LongestRange}");
        }

        var range = new JsonArray();
        for (var value = first; step > 0 ? value <= last : value >= last; value += step)
        {
            range.Add(value);
        }

        return range;
    }

    private static string Format(IReadOnlyList<JsonNode?> arguments)
    {
        if (arguments.Count == 0 || arguments[0] is not JsonValue first || !first.TryGetValue<string>(out var template))
        {
            throw Failure("a template is wanted");
        }

        var parts = template.Split("{}");
        if (parts.Length != arguments.Count || parts.Any(part => part.Contains('{', StringComparison.Ordinal) || part.Contains('}', StringComparison.Ordinal)))
        {
            throw Failure($"'{template}' has not a place for each of {arguments.Count - 1} values");
        }

        var text = new StringBuilder(parts[0]);
        for (var value = 1; value < arguments.Count; value++)
        {
            text.Append(arguments[value] switch
            {
                JsonValue scalar when scalar.TryGetValue<string>(out var inner) => inner,
                JsonObject or JsonArray => throw Failure($"{Text(arguments[value])} cannot be a part of a text"),
                var scalar => Text(scalar),
            }).Append(parts[value]);
        }

        return Unescape(text.ToString());
    }

    private static string Hash(IReadOnlyList<JsonNode?> arguments)
    {
        if (arguments.Count != 2 || String(arguments[1]) != "SHA-256")
        {
            throw Failure("the data and 'SHA-256' are wanted; the interpreter knows no other hash");
        }

        var data = String(arguments[0]);
        return data.Length <= LongestHashed ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data))) : throw Failure("the data is too long");
    }

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException error)
        {
            throw Failure($"not JSON: {error.Message}");
        }
    }

    private int Random(long first, long end) =>
        first < end && first >= int.MinValue && end <= int.MaxValue ? random.Next((int)first, (int)end) : throw Failure($"no number is from {first} to before {end}");
}
