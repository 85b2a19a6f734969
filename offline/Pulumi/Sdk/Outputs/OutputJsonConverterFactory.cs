using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Reads and writes the outputs and inputs inside one JSON text, and remembers what they are.</summary>
internal sealed class OutputJsonConverterFactory(OutputData<object?> start) : JsonConverterFactory
{
    /// <summary>What the text is, from the value it starts at and what was met inside it so far.</summary>
    public OutputData<object?> Met { get; private set; } = start;

    /// <summary>The options with these converters.</summary>
    public JsonSerializerOptions AddTo(JsonSerializerOptions? options)
    {
        var own = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
        own.Converters.Add(this);
        return own;
    }

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
        => typeToConvert.IsGenericType && Converters.ContainsKey(typeToConvert.GetGenericTypeDefinition());

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(
            Converters[typeToConvert.GetGenericTypeDefinition()].MakeGenericType(typeToConvert.GenericTypeArguments), this)!;

    private static readonly Dictionary<Type, Type> Converters = new()
    {
        [typeof(Output<>)] = typeof(OfOutput<>),
        [typeof(Input<>)] = typeof(OfInput<>),
        [typeof(InputList<>)] = typeof(OfList<>),
        [typeof(InputMap<>)] = typeof(OfMap<>),
    };

    /// <summary>A converter of something that holds an output.</summary>
    private abstract class Holder<THolder, T>(OutputJsonConverterFactory factory) : JsonConverter<THolder>
    {
        public override THolder Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = JsonSerializer.Deserialize<T>(ref reader, options)!;
            return Hold(new Output<T>(Task.FromResult(factory.Met.Replace(value))));
        }

        public override void Write(Utf8JsonWriter writer, THolder value, JsonSerializerOptions options)
        {
            // Converters cannot wait asynchronously.
            var data = Held(value).DataTask.GetAwaiter().GetResult();
            var met = factory.Met;
            factory.Met = new OutputData<object?>(
                met.Resources.Union(data.Resources), null, met.IsKnown && data.IsKnown, met.IsSecret || data.IsSecret);
            if (data.IsKnown)
            {
                JsonSerializer.Serialize(writer, data.Value, options);
            }
            else
            {
                // Only so that the text stays well formed; nobody sees it.
                writer.WriteNullValue();
            }
        }

        protected abstract THolder Hold(Output<T> output);

        protected abstract Output<T> Held(THolder holder);
    }

    private sealed class OfOutput<T>(OutputJsonConverterFactory factory) : Holder<Output<T>, T>(factory)
    {
        protected override Output<T> Hold(Output<T> output) => output;

        protected override Output<T> Held(Output<T> holder) => holder;
    }

    private sealed class OfInput<T>(OutputJsonConverterFactory factory) : Holder<Input<T>, T>(factory)
    {
        protected override Input<T> Hold(Output<T> output) => output;

        protected override Output<T> Held(Input<T> holder) => holder;
    }

    private sealed class OfList<T>(OutputJsonConverterFactory factory) : Holder<InputList<T>, ImmutableArray<T>>(factory)
    {
        protected override InputList<T> Hold(Output<ImmutableArray<T>> output) => output;

        protected override Output<ImmutableArray<T>> Held(InputList<T> holder) => holder;
    }

    private sealed class OfMap<T>(OutputJsonConverterFactory factory) : Holder<InputMap<T>, ImmutableDictionary<string, T>>(factory)
    {
        protected override InputMap<T> Hold(Output<ImmutableDictionary<string, T>> output) => output;

        protected override Output<ImmutableDictionary<string, T>> Held(InputMap<T> holder) => holder;
    }
}
