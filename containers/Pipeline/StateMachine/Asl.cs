using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recommender.Pipeline.StateMachine;

/// <summary>Pieces of Amazon States Language, with JSONPath as its query language.</summary>
internal static class Asl
{
    /// <summary>The longest a state's name may be: 80 characters.</summary>
    public const int LongestName = 80;

    // The text goes into no web page: quotes stay as people read them.
    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The document's text.</summary>
    public static string Write(JsonNode document) => document.ToJsonString(_readable);

    /// <summary>Adds a state; its name is new.</summary>
    public static void State(this JsonObject states, string name, JsonObject state)
    {
        if (name.Length > LongestName)
        {
            throw new InvalidOperationException($"the state's name '{name}' has {name.Length} characters; {LongestName} are allowed");
        }

        states.Add(name, state);
    }

    /// <summary>Sets a field of a payload template, where an expression's field is named <c>FIELD.$</c>.</summary>
    public static JsonObject With(this JsonObject template, string field, AslText value)
    {
        template.Add(value.Known is null ? $"{field}.$" : field, value.Known ?? value.Expression);
        return template;
    }

    /// <summary>Sets a field of a payload template to a list of texts.</summary>
    public static JsonObject With(this JsonObject template, string field, IReadOnlyList<AslText> values)
    {
        if (values.All(value => value.Known is not null))
        {
            template.Add(field, Texts(values.Select(value => value.Known!)));
            return template;
        }

        return template.With(field, AslText.Call("Array", values));
    }

    /// <summary>A list of texts.</summary>
    public static JsonArray Texts(params IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    /// <summary>Where a state goes next, or that it is the last of its branch.</summary>
    public static JsonObject Then(this JsonObject state, string? next)
    {
        state.Add(next is null ? "End" : "Next", next is null ? true : JsonValue.Create(next));
        return state;
    }

    /// <summary>A Catch entry.</summary>
    public static JsonObject Catcher(string error, string? resultPath, string next) =>
        new() { ["ErrorEquals"] = Texts(error), ["ResultPath"] = resultPath, ["Next"] = next };
}
