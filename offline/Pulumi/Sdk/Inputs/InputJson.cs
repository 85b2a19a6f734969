using System.Text.Json;

namespace Pulumi;

/// <summary>A property that takes any JSON.</summary>
public sealed class InputJson : Input<JsonElement>
{
    /// <summary>No JSON.</summary>
    public InputJson()
        : this(Output.Create(default(JsonElement)))
    {
    }

    private InputJson(Output<JsonElement> output)
        : base(output)
    {
    }

    /// <summary>The JSON in a text.</summary>
    public static implicit operator InputJson(string json) => JsonDocument.Parse(json);

    /// <summary>The JSON of a document.</summary>
    public static implicit operator InputJson(JsonDocument document) => document.RootElement;

    /// <summary>The JSON of an element.</summary>
    public static implicit operator InputJson(JsonElement element) => Output.Create(element);

    /// <summary>The JSON in the text that an output comes to.</summary>
    public static implicit operator InputJson(Output<string> json) => json.Apply(text => JsonDocument.Parse(text));

    /// <summary>The JSON of the document that an output comes to.</summary>
    public static implicit operator InputJson(Output<JsonDocument> document) => document.Apply(parsed => parsed.RootElement);

    /// <summary>The JSON of the element that an output comes to.</summary>
    public static implicit operator InputJson(Output<JsonElement> element) => new(element);
}
