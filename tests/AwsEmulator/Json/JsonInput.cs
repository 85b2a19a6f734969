using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.Json;

/// <summary>Reads members of a request's body. A member that is absent and one that is null are the same, as AWS takes them.</summary>
internal static class JsonInput
{
    /// <summary>A text; null where it is absent.</summary>
    /// <exception cref="AwsFaultException">It is no text.</exception>
    public static string? Text(this JsonObject input, string name) => Read<string>(input, name, JsonValueKind.String);

    /// <summary>A text that must be there.</summary>
    /// <param name="input">The body, or an object in it.</param>
    /// <param name="name">The member.</param>
    /// <param name="code">AWS's name of the error where it is missing.</param>
    /// <exception cref="AwsFaultException">It is missing, or no text.</exception>
    public static string Required(this JsonObject input, string name, string code) =>
        input.Text(name) is { Length: > 0 } text ? text : throw new AwsFaultException(code, $"{name} is missing");

    /// <summary>A whole number; null where it is absent.</summary>
    /// <exception cref="AwsFaultException">It is no whole number.</exception>
    public static int? Number(this JsonObject input, string name) => input[name] is null ? null : Read<int>(input, name, JsonValueKind.Number);

    /// <summary>A large whole number; null where it is absent.</summary>
    /// <exception cref="AwsFaultException">It is no whole number.</exception>
    public static long? Long(this JsonObject input, string name) => input[name] is null ? null : Read<long>(input, name, JsonValueKind.Number);

    /// <summary>Whether a flag is set; false where it is absent.</summary>
    /// <exception cref="AwsFaultException">It is no boolean.</exception>
    public static bool Flag(this JsonObject input, string name) =>
        input[name] is { } value && (value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? value.GetValue<bool>() : throw Wrong(name));

    /// <summary>An object; null where it is absent.</summary>
    /// <exception cref="AwsFaultException">It is no object.</exception>
    public static JsonObject? Object(this JsonObject input, string name) => input[name] is null ? null : input[name] as JsonObject ?? throw Wrong(name);

    /// <summary>The texts of a list; empty where it is absent.</summary>
    /// <exception cref="AwsFaultException">It is no list of texts.</exception>
    public static IReadOnlyList<string> Texts(this JsonObject input, string name) => input[name] is null
        ? []
        : [.. (input[name] as JsonArray ?? throw Wrong(name)).Select(item => item?.GetValueKind() == JsonValueKind.String ? item.GetValue<string>() : throw Wrong(name))];

    /// <summary>The objects of a list; empty where it is absent.</summary>
    /// <exception cref="AwsFaultException">It is no list of objects.</exception>
    public static IReadOnlyList<JsonObject> Objects(this JsonObject input, string name) => input[name] is null
        ? []
        : [.. (input[name] as JsonArray ?? throw Wrong(name)).Select(item => item as JsonObject ?? throw Wrong(name))];

    private static T? Read<T>(JsonObject input, string name, JsonValueKind kind)
    {
        if (input[name] is not { } value)
        {
            return default;
        }

        return value is JsonValue held && value.GetValueKind() == kind && held.TryGetValue<T>(out var read) ? read : throw Wrong(name);
    }

    private static AwsFaultException Wrong(string name) => new("SerializationException", $"{name} is not of the type that it should be");
}
